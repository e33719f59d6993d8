package io.vestnik.platform.links.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetAddressTests {
    @Test
    void writesWhatPeoplePasteAsAHeaderMayCarryIt() {
        assertThat(read("HTTPS://Shop.RU/Скидка?a=1&b=два#верх"))
                .isEqualTo(
                        "https://shop.ru/%D0%A1%D0%BA%D0%B8%D0%B4%D0%BA%D0%B0?a=1&b=%D0%B4%D0%B2%D0%B0#%D0%B2%D0%B5%D1%80%D1%85");
        assertThat(read("http://пример.рф/")).isEqualTo("http://xn--e1afmkfd.xn--p1ai/");
        assertThat(read("https://shop.ru/a%20b?q=%D0%B4")).isEqualTo("https://shop.ru/a%20b?q=%D0%B4");
        assertThat(read("https://shop.ru:8443/a|b")).isEqualTo("https://shop.ru:8443/a%7Cb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://shop.ru/",
                "javascript:alert(1)",
                "data:text/html,hi",
                "//shop.ru/",
                "shop.ru",
                "https://",
                "https:///path",
                "https://bank.ru@evil.example/",
                "https://bank.ru:443@evil.example/",
                "https://a b.ru/",
                "https://-.ru/",
                "https://shop.ru:99999999/"
            })
    void refusesWhatIsNoPageOrHidesItsHost(String written) {
        assertThat(TargetAddress.read(written)).isEmpty();
    }

    @Test
    void refusesWhatNoHeaderShouldCarry() {
        assertThat(TargetAddress.read("https://shop.ru/" + "я".repeat(1_000))).isEmpty();
        assertThat(TargetAddress.read("https://shop.ru/a\r\nSet-Cookie: x=1")).isEmpty();
    }

    @Test
    void aDotAtTheEndOfAHostIsNoOtherHost() {
        TargetAddress address = TargetAddress.read("https://Bit.ly./x").orElseThrow();
        assertThat(address).isEqualTo(new TargetAddress("https://bit.ly/x", "bit.ly"));
        assertThat(TargetAddress.read("https://bit.ly../x")).isEmpty();
        assertThat(TargetAddress.read("https://./x")).isEmpty();
    }

    private static String read(String written) {
        return TargetAddress.read(written).orElseThrow().text();
    }
}
