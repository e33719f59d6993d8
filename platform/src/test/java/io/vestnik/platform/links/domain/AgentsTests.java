package io.vestnik.platform.links.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.links.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentsTests {
    private final Agents agents = new Agents();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PHONE   | Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1
            PHONE   | Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36
            PHONE   | Mozilla/5.0 (Linux; Android 13; 2201117TG) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 YaBrowser/24.10 Mobile Safari/537.36
            PHONE   | Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130 Mobile Safari/537.36 Telegram-Android/11.2
            PHONE   | Opera/9.80 (J2ME/MIDP; Opera Mini/8.0) Presto/2.12 Version/12.16
            PHONE   | Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36
            TABLET  | Mozilla/5.0 (Linux; Android 13; CUBOT TAB 30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36
            TABLET  | Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1 Mobile/15E148 Safari/604.1
            TABLET  | Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36
            DESKTOP | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36
            DESKTOP | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15
            DESKTOP | Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0
            """)
    void tellsPeopleByTheirDevices(Device device, String agent) {
        assertThat(agents.of(agent, null)).isEqualTo(device);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WhatsApp/2.24.20.79 A",
                "TelegramBot (like TwitterBot)",
                "Viber/23.4.0 CFNetwork/1568",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
                "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0.0.0 Safari/537.36",
                "Mozilla/5.0 (Linux; Android 12) okhttp/4.9",
                "Dalvik/2.1.0 (Linux; U; Android 13)",
                "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) Mobile (compatible; YandexBot/3.0)",
                "curl/8.5.0",
                "python-requests/2.32",
                "Go-http-client/2.0",
                " "
            })
    void takesPreviewsAndProgramsForWhatTheyAre(String agent) {
        assertThat(agents.of(agent, null)).isEqualTo(Device.ROBOT);
    }

    @Test
    void doesNotCountWhoSaysNothingOfThemselvesOrLooksAhead() {
        String phone = "Mozilla/5.0 (iPhone) Mobile/15E148";
        assertThat(agents.of(null, null)).isEqualTo(Device.ROBOT);
        assertThat(agents.of(phone, "prefetch;prerender")).isEqualTo(Device.ROBOT);
        assertThat(agents.of(phone, "preview")).isEqualTo(Device.ROBOT);
        assertThat(agents.of(phone, "")).isEqualTo(Device.PHONE);
    }
}
