package io.vestnik.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebSettingsTests {
    @Test
    void namesOfTheServerAreThoseOfItsSettingsAndOfItsMachine() {
        WebSettings settings = new WebSettings(List.of("Cabinet.example.com"), "https://SMS.example.com:8443/");
        assertThat(List.of("sms.Example.com", "cabinet.example.com", "localhost", "192.0.2.1", "[::1]"))
                .allMatch(settings::names)
                .allMatch(settings::allows);
        assertThat(settings.names("go.example.com")).isFalse();
        assertThat(settings.allows("go.example.com")).isFalse();
    }

    @Test
    void whoLetsAllNamesInHasNotNamedThem() {
        WebSettings settings = new WebSettings(List.of("*"), "https://sms.example.com");
        assertThat(settings.allows("go.example.com")).isTrue();
        assertThat(settings.names("go.example.com")).isFalse();
        assertThat(settings.names("sms.example.com")).isTrue();
    }

    @Test
    void whoLetsAllNamesInSaysWhichIsTheServersOwn() {
        assertThatThrownBy(() -> new WebSettings(List.of("*"), ""))
                .hasMessageContaining("vestnik.web.hosts=* needs vestnik.web.address");
    }
}
