package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.Money;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class FormatTests {

    private final Format format =
            new Format(messages(), new PresentViewer(new StaticListableBeanFactory().getBeanProvider(Viewers.class)));

    @BeforeEach
    void russian() {
        LocaleContextHolder.setLocale(Locale.of("ru"));
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void writesMoneyAsTheCountryDoes() {
        assertThat(format.money(Money.of("1204567.5"), "RUB")).isEqualTo("1\u00a0204\u00a0567,50\u00a0₽");
        assertThat(format.money(Money.of("-0.2345"), "RUB")).isEqualTo("−0,2345\u00a0₽");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(format.money(Money.of("1204567.5"), "RUB")).isEqualTo("₽1,204,567.50");
        assertThat(format.money(Money.of("-3"), "CHF")).isEqualTo("−CHF\u00a03.00");
    }

    @Test
    void writesPhonesInGroups() {
        assertThat(format.phone("79161234567")).isEqualTo("+7\u00a0916\u00a0123-45-67");
        assertThat(format.phone("375291234567")).isEqualTo("+375\u00a029\u00a0123-45-67");
        assertThat(format.phone("12125550123")).isEqualTo("+1\u00a0212-555-0123");
        assertThat(format.phone("12")).isEqualTo("+12");
    }

    @Test
    void hidesTheMiddleOfAPhone() {
        assertThat(format.maskedPhone("79161234567")).isEqualTo("+7\u00a0916\u00a0***-**-67");
    }

    @Test
    void writesTimesInTheZoneOfTheViewer() {
        assertThat(format.dateTime(Instant.parse("2026-11-21T11:05:00Z"))).isEqualTo("21.11.2026 14:05");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(format.dateTime(Instant.parse("2026-11-21T11:05:00Z"))).isEqualTo("Nov 21, 2026, 14:05");
    }

    @Test
    void writesSharesSpansAndSizes() {
        assertThat(format.percent(924, 1000)).isEqualTo("92,4\u00a0%");
        assertThat(format.percent(0, 0)).isEqualTo("0\u00a0%");
        assertThat(format.duration(125)).isEqualTo("2 мин 5 с");
        assertThat(format.duration(900)).isEqualTo("15 мин");
        assertThat(format.duration(90_000)).isEqualTo("1 д 1 ч");
        assertThat(format.bytes(1_258_291)).isEqualTo("1,2\u00a0МБ");
        assertThat(format.count(22, "shell.parts")).isEqualTo("22 части");
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/shell");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
