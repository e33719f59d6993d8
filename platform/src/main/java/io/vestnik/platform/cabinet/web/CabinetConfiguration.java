package io.vestnik.platform.cabinet.web;

import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CabinetConfiguration {
    @Bean
    MenuEntry homeMenu() {
        return new MenuEntry(Section.HOME, "cabinet.home", "/", HomePage.RIGHT, 10);
    }
}
