package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.texts.Texts.Placeholder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTests {
    private static final List<Placeholder> KNOWN = Stream.of("Имя", "Фамилия", "Отчество", "Телефон", "Бонусы", "Город")
            .map(name -> new Placeholder(name, name))
            .toList();

    @ParameterizedTest
    @CsvSource({"Имечко,Имя", "имЯ,Имя", "Фамилю,Фамилия", "Телефн,Телефон", "Бонус,Бонусы", "ород,Город"})
    void findsTheNameThatWasMeant(String written, String meant) {
        assertThat(Nearest.to(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"Скидка", "Дата", "Я", "Кличка"})
    void proposesNothingWhereNothingIsNear(String written) {
        assertThat(Nearest.to(written, KNOWN)).isEmpty();
    }
}
