package io.vestnik.platform.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.Texts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is known of a person as texts say it. */
@ModuleTest
class PlaceholderTests {
    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    Texts texts;

    @Test
    void saysSexAndWhatIsFoundOfANumberAsTheCountryWritesThem() {
        AccountId shop = people("Телефон;Пол", "+79161234567;f", "+77010000001;м", "+79990000001;");
        String text = "[Пол] из [Страна], {Регион|ваш город}";
        assertThat(said(shop, text, "79161234567")).isEqualTo("женский из Россия, Москва и Московская область");
        assertThat(said(shop, text, "77010000001")).startsWith("мужской из Казахстан, ");
        assertThat(said(shop, "[Пол][operator]", "79161234567")).isEqualTo("женскийМТС");
        assertThat(said(shop, "{пол|покупатель}", "79990000001")).isEqualTo("покупатель");
    }

    @Test
    void saysValuesInTheFormsThatATextAsksFor() {
        AccountId shop = fixtures.account();
        Load load = new Load(
                fixtures.table(
                        shop,
                        "Телефон;Имя;Отчество;Пол;День рождения",
                        "+79161234567;Анна;Ивановна;ж;05.03.1990",
                        "+79161234568;Пётр;;м;"),
                0,
                1,
                Map.of(0, "phone", 1, "name", 2, "patronymic", 3, "sex", 4, "birthday"),
                contacts.groupNamed(shop, "Все").id());
        fixtures.end(shop, contacts.load(shop, load));
        String text =
                "[Пол: Уважаемый / Уважаемая / Здравствуйте] [Имя: с отчеством|клиент], [День рождения: день месяц|скоро]";
        assertThat(said(shop, text, "79161234567")).isEqualTo("Уважаемая Анна Ивановна, 5 марта");
        assertThat(said(shop, "{Пол: ваш / ваша|Ваш} [Имя: с отчеством], {birthday: dd.mm|скоро}", "79161234568"))
                .isEqualTo("ваш Пётр, скоро");
    }

    @Test
    void offersThemWithExamplesOfTheirValues() {
        AccountId shop = fixtures.account();
        assertThat(texts.placeholders(shop))
                .extracting(Texts.Placeholder::name)
                .contains("Пол", "Страна", "Оператор", "Регион", "country")
                .doesNotContain("Часовой пояс", "Добавлен");
        assertThat(texts.placeholders(shop))
                .filteredOn(it -> List.of("sex", "country").contains(it.field()))
                .extracting(Texts.Placeholder::example)
                .containsOnly("f", "RU");
    }

    private AccountId people(String... rows) {
        AccountId shop = fixtures.account();
        Load load = new Load(
                fixtures.table(shop, rows),
                0,
                1,
                Map.of(0, "phone", 1, "sex"),
                contacts.groupNamed(shop, "Все").id());
        fixtures.end(shop, contacts.load(shop, load));
        return shop;
    }

    private String said(AccountId shop, String text, String phone) {
        return ((Texts.Reading.Understood) texts.read(shop, text))
                .template()
                .render(contacts.known(shop, List.of(phone)).getFirst().fields());
    }
}
