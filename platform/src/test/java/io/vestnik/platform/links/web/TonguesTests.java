package io.vestnik.platform.links.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** In which language whoever follows a link reads. */
class TonguesTests {
    private static String chosen(String country, String accepted) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (!accepted.isEmpty()) {
            request.addHeader("Accept-Language", accepted);
        }
        return PageWords.of(request, country, new StaticMessageSource()).language();
    }

    @ParameterizedTest
    @CsvSource({"BY,be", "UA,uk", "KZ,kk", "UZ,uz", "KG,ky", "AM,hy", "RU,ru", "TJ,ru", "DE,en", "'',ru"})
    void withoutABrowsersWordTheCountryOfThePhoneDecides(String country, String language) {
        assertThat(chosen(country, "")).isEqualTo(language);
        assertThat(chosen(country, "ja")).isEqualTo(language);
    }

    @Test
    void whatTheReaderHasChosenInTheBrowserComesFirst() {
        assertThat(chosen("KZ", "ru-KZ,kk;q=0.8")).isEqualTo("ru");
        assertThat(chosen("RU", "ja, uz-UZ;q=0.9, ru;q=0.5")).isEqualTo("uz");
        assertThat(chosen("AM", "en-US")).isEqualTo("en");
    }

    @Test
    void saysItInThatLanguage() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", "hy");
        PageWords words = PageWords.of(request, "", new StaticMessageSource());
        assertThat(words.of("unsubscribe.sender", "VESTNIK")).isEqualTo("«VESTNIK» անունից հաղորդագրությունները");
    }

    /** As much as in English, and the name of the sender wherever it is there. */
    @ParameterizedTest
    @ValueSource(strings = {"be", "uk", "kk", "uz", "ky", "hy"})
    void saysAllThatThePagesSay(String language) {
        ResourceBundle english = ResourceBundle.getBundle("messages.links", Locale.ROOT);
        Properties texts = Tongues.read(language);
        assertThat(texts.stringPropertyNames()).contains("unsubscribe", "expired", "reason.never");
        for (String page : new String[] {"un", "re", "warn", "expired", "stopped", "guessed"}) {
            english.keySet().stream()
                    .filter(key -> key.startsWith("links." + page + "subscribe")
                            || key.startsWith("links." + page + "known")
                            || key.startsWith("links." + page + "ason.")
                            || key.equals("links." + page)
                            || key.equals("links." + page + ".text"))
                    .forEach(key -> assertThat(texts.getProperty(key.substring("links.".length())))
                            .as(key)
                            .isNotBlank()
                            .matches(text -> text.contains("{0}")
                                    == english.getString(key).contains("{0}")));
        }
    }
}
