package io.vestnik.platform.numbering.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.vestnik.platform.kernel.Origin;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTests {
    private static final PlanTables numbering = PlanTables.of(ShippedPlan.read());

    @ParameterizedTest
    @CsvSource(textBlock = """
            79161234567, RU, 25001, МТС,       Москва и Московская область,             Europe/Moscow
            79261234567, RU, 25002, МегаФон,   Москва и Московская область,             Europe/Moscow
            79031234567, RU, 25099, Билайн,    Москва и Московская область,             Europe/Moscow
            79771234567, RU, 25020, T2,        Москва и Московская область,             Europe/Moscow
            79111234567, RU, 25001, МТС,       Санкт-Петербург и Ленинградская область, Europe/Moscow
            79181234567, RU, 25001, МТС,       Краснодарский край,                      Europe/Moscow
            79139123456, RU, 25001, МТС,       Новосибирская область,                   Asia/Novosibirsk
            79221234567, RU, 25002, МегаФон,   Свердловская область,                    Asia/Yekaterinburg
            79000412345, RU, 25035, Мотив,     Свердловская область,                    Asia/Yekaterinburg
            79024812345, RU, 25020, T2,        Приморский край,                         Asia/Vladivostok
            74951234567, RU, 250,   ,          ,                                        Europe/Moscow
            77011234567, KZ, 40102, Kcell,     ,                                        Asia/Almaty
            77172123456, KZ, 401,   ,          ,                                        Asia/Almaty
            77611234567, KZ, 40177, Tele2,     ,                                        Asia/Almaty
            996996123456, KG, 43701, Beeline,  ,                                        Asia/Bishkek
            992918123456, TJ, 43605, ZET-Mobile, ,                                      Asia/Dushanbe
            375291234567, BY, 25701, A1,       ,                                        Europe/Minsk
            375297234567, BY, 25702, МТС,      ,                                        Europe/Minsk
            998901234567, UZ, 43404, Beeline,  ,                                        Asia/Tashkent
            12025550123, US, 310,   ,          ,                                        America/New_York
            14165550123, CA, 302,   ,          ,                                        America/Toronto
            4915112345678, DE, 262, ,          ,                                        Europe/Berlin
            """)
    void tellsWhereANumberBelongs(
            String digits, String country, String mccMnc, String operator, String region, String zone) {
        assertThat(numbering.origin(digits)).isEqualTo(new Origin(country, mccMnc, operator, region, ZoneId.of(zone)));
    }

    @Test
    void givesNumbersOfNoCountryToNobody() {
        assertThat(numbering.origin("9990000000").country()).isEqualTo("ZZ");
        assertThat(numbering.origin("2100000000").mccMnc()).isEqualTo("000");
    }

    @Test
    void refusesWhatIsNotDigits() {
        assertThatThrownBy(() -> numbering.origin("+79161234567")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> numbering.origin("1234567890123456")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesOperatorsByTheirCode() {
        assertThat(numbering.names().get("25099")).isEqualTo("Билайн");
        assertThat(numbering.names()).doesNotContainKey("250");
    }

    @Test
    void agreesWithThePlansOfTheWorldAboutCountries() {
        PhoneNumberUtil world = PhoneNumberUtil.getInstance();
        List<String> differences = new ArrayList<>();
        for (String region : world.getSupportedRegions()) {
            Phonenumber.PhoneNumber example =
                    world.getExampleNumberForType(region, PhoneNumberUtil.PhoneNumberType.MOBILE);
            // Dependent lands on the numbers of their motherland: for prices and zones they are it.
            if (example == null
                    || List.of("GG", "IM", "JE", "AX", "SJ", "EH", "VA", "CC", "CX", "BL", "MF", "TA")
                            .contains(region)) {
                continue;
            }
            String digits = world.format(example, PhoneNumberUtil.PhoneNumberFormat.E164)
                    .substring(1);
            String country = numbering.origin(digits).country();
            if (!country.equals(region)) {
                differences.add(region + " " + digits + " is " + country);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void findsALongestPrefixLikeASlowSearchDoes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var prefixes = new TreeMap<String, String>();
            for (int i = 0; i < 30; i++) {
                String prefix = digits(random, 1 + random.nextInt(4));
                prefixes.put(prefix, prefix);
            }
            RangeTable<String> table = RangeTable.ofPrefixes(prefixes, "");
            for (int i = 0; i < 200; i++) {
                String number = digits(random, 4 + random.nextInt(12));
                String expected = "";
                for (int length = 1; length <= number.length(); length++) {
                    expected = prefixes.getOrDefault(number.substring(0, length), expected);
                }
                assertThat(table.find(Digits.leftAligned(Digits.value(number), number.length())))
                        .as("%s of %s, seed %d", number, prefixes.keySet(), seed)
                        .isEqualTo(expected);
            }
        }
    }

    private static String digits(Random random, int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(4)));
        }
        return digits.toString();
    }
}
