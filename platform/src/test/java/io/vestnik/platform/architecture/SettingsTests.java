package io.vestnik.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Settings carry secrets, and whoever logs them must not. */
class SettingsTests {
    private static final String SECRET = "4zq-never-shown";

    @Test
    void noSettingsTellTheirSecretsWhenTheyArePrinted() {
        List<Class<?>> settings = all();
        assertThat(settings).as("settings of the server").hasSizeGreaterThan(3);
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(
                "vestnik.db.password",
                SECRET,
                "vestnik.mail.host",
                "localhost",
                "vestnik.mail.from",
                "news@example.com",
                "vestnik.mail.password",
                SECRET,
                "vestnik.route.main",
                "smpp://program:" + SECRET + "@127.0.0.1:2775")));
        for (Class<?> type : settings) {
            ConfigurationProperties names =
                    Objects.requireNonNull(AnnotationUtils.findAnnotation(type, ConfigurationProperties.class));
            String printed = String.valueOf(binder.bindOrCreate(names.value(), Bindable.of(type)));
            assertThat(printed).as(type.getSimpleName()).doesNotContain(SECRET);
        }
    }

    private static List<Class<?>> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.vestnik.platform").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), SettingsTests.class.getClassLoader()))
                .toList();
    }
}
