package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.FieldDesk;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.Texts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class FieldPagesTests extends AsClient {
    @Autowired
    Fields fields;

    @Autowired
    FieldDesk desk;

    @Autowired
    Texts texts;

    @Test
    void asksForEachKindAndSaysAtTheFieldWhatIsWrong() {
        String order = make("Заказ один", FieldKind.NUMBER);
        String bought = make("Куплено", FieldKind.DATE);
        String size = make("Размер", FieldKind.CHOICE, "Малый", "Большой");
        String regular = make("Постоянный", FieldKind.YES_NO);
        assertThat(get("/contacts/new"))
                .bodyText()
                .contains("Заказ один", "type=\"date\" class=\"form-control v-narrow\" id=\"f-" + bought, ">Большой<");
        assertThat(post("/contacts/new")
                        .param("phone", "79170100001")
                        .param(order, "много")
                        .param(bought, "вчера")
                        .param(size, "Огромный")
                        .param(regular, "наверное"))
                .hasStatus(422)
                .bodyText()
                .contains("Нужно число", "Нужен день, например", "Такого варианта у поля нет", "Нужно «да» или «нет»")
                .contains("value=\"много\"");
        assertThat(post("/contacts/new")
                        .param("phone", "79170100001")
                        .param(order, "1 204,50")
                        .param(bought, "31.12.2025")
                        .param(size, "большой")
                        .param(regular, "yes"))
                .hasStatus3xxRedirection();
        assertThat(contact("79170100001").person().others())
                .containsAllEntriesOf(Map.of(order, "1204.5", bought, "2025-12-31", size, "Большой", regular, "yes"));
    }

    @Test
    void keepsWhatTheFormDidNotAskFor() {
        String hidden = make("Скрытое", FieldKind.TEXT);
        assertThat(post("/contacts/new").param("phone", "79170200001").param(hidden, "тайна"))
                .hasStatus3xxRedirection();
        Contact contact = contact("79170200001");
        assertThat(post("/contacts/" + contact.id())
                        .param("version", "1")
                        .param("phone", "79170200001")
                        .param("name", "Анна"))
                .hasStatus3xxRedirection();
        assertThat(contact("79170200001").person().values())
                .containsEntry(hidden, "тайна")
                .containsEntry("name", "Анна");
    }

    @Test
    void showsAnyFieldAsAColumnAndFindsPeopleByItsWords() {
        String city = make("Город доставки", FieldKind.TEXT);
        assertThat(post("/contacts/new").param("phone", "79170300001").param(city, "Суздаль"))
                .hasStatus3xxRedirection();
        assertThat(get("/contacts?q=суздаль")).bodyText().contains("030-00-01").doesNotContain(">Суздаль<");
        assertThat(post("/shell/columns")
                        .param("list", "contacts")
                        .param("order", "name", city, "country")
                        .param("shown", city, "country")
                        .param("back", "/contacts"))
                .hasStatus3xxRedirection();
        assertThat(get("/contacts?q=суздаль"))
                .bodyText()
                .contains("data-label=\"Город доставки\"", "Суздаль", "data-label=\"Страна\"", "Россия");
        assertThat(post("/shell/columns").param("list", "contacts").param("reset", "true"))
                .hasStatus3xxRedirection();
    }

    @Test
    void letsAGroupChooseAndNameItsFields() {
        String note = make("Примечание 1", FieldKind.TEXT);
        GroupId group = contacts.groupNamed(client(), "База заказов").id();
        assertThat(post("/contacts/groups/" + group + "/fields")
                        .param("shown", "name", note)
                        .param("name." + note, "Номер заказа"))
                .hasRedirectedUrl("/contacts/groups/" + group);
        assertThat(post("/contacts/new")
                        .param("phone", "79170400001")
                        .param(note, "A-17")
                        .param("groups", group.toString()))
                .hasStatus3xxRedirection();
        assertThat(get("/contacts/new?group=" + group))
                .bodyText()
                .contains("Номер заказа")
                .doesNotContain("Примечание 1", "name=\"email\"");
        assertThat(get("/contacts?group=" + group)).bodyText().contains("data-label=\"Номер заказа\"", "A-17");
        assertThat(get("/contacts/new")).bodyText().contains("Примечание 1").doesNotContain("Номер заказа");
        assertThat(said("Ваш заказ [Номер заказа]", "79170400001")).isEqualTo("Ваш заказ A-17");
        assertThat(post("/contacts/groups/" + group + "/fields")).hasStatus3xxRedirection();
        assertThat(desk.setOf(client(), group)).isEmpty();
    }

    @Test
    void saysValuesAsTheCountryWritesThem() {
        String sum = make("Сумма", FieldKind.NUMBER);
        String due = make("Срок", FieldKind.DATE);
        String vip = make("Важный", FieldKind.YES_NO);
        assertThat(post("/contacts/new")
                        .param("phone", "79170500001")
                        .param(sum, "12345.5")
                        .param(due, "2026-11-22")
                        .param(vip, "no"))
                .hasStatus3xxRedirection();
        assertThat(said("[Сумма] р. до [Срок], важный: [Важный]", "79170500001"))
                .isEqualTo("12 345,5 р. до 22.11.2026, важный: нет");
        assertThat(texts.placeholders(client()))
                .extracting(Texts.Placeholder::name)
                .contains("Имя", "name", "Сумма");
    }

    @Test
    void renamesHidesMovesAndDeletesWithAWayBack() {
        AccountId client = client();
        String key = make("Временное", FieldKind.TEXT);
        assertThat(post("/contacts/new").param("phone", "79170600001").param(key, "есть"))
                .hasStatus3xxRedirection();
        assertThat(get("/contacts/fields/" + key)).bodyText().contains("Оно заполнено: 1 контакт");
        assertThat(post("/contacts/fields/" + key).param("name", "Постоянное").param("shown", "true"))
                .hasRedirectedUrl("/contacts/fields");
        assertThat(post("/contacts/fields/" + key).param("name", "Фамилия"))
                .hasStatus(422)
                .bodyText()
                .contains("Так уже называется другое поле");
        assertThat(post("/contacts/fields/new").param("name", "[скобка]").param("kind", "text"))
                .hasStatus(422)
                .bodyText()
                .contains("начинается с буквы");
        assertThat(post("/contacts/fields/patronymic").param("name", "Second name"))
                .hasStatus3xxRedirection();
        assertThat(get("/contacts/new")).bodyText().contains("Постоянное").doesNotContain("name=\"patronymic\"");
        assertThat(post("/contacts/fields/patronymic").param("name", "").param("shown", "true"))
                .hasStatus3xxRedirection();
        int at = keys(client).indexOf(key);
        assertThat(post("/contacts/fields/" + key + "/move").param("by", "-1")).hasStatus3xxRedirection();
        assertThat(keys(client).indexOf(key)).isEqualTo(at - 1);
        assertThat(post("/contacts/fields/" + key + "/delete")).hasRedirectedUrl("/contacts/fields");
        assertThat(keys(client)).doesNotContain(key);
        assertThat(post("/contacts/fields/" + key + "/restore")).hasRedirectedUrl("/contacts/fields");
        assertThat(get("/contacts/" + contact("79170600001").id())).bodyText().contains("value=\"есть\"");
        assertThat(post("/contacts/fields/phone/delete")).hasStatus(404);
    }

    @Test
    void showsEveryPageInBothLanguages() {
        String key = make("Для страниц", FieldKind.CHOICE, "Один");
        GroupId group = contacts.groupNamed(client(), "Для страниц").id();
        for (String page : List.of(
                "/contacts/fields",
                "/contacts/fields/new",
                "/contacts/fields/" + key,
                "/contacts/fields/name",
                "/contacts/groups/" + group + "/fields")) {
            for (String language : List.of("ru", "en")) {
                assertThat(get(page).header("Accept-Language", language))
                        .as(page)
                        .hasStatusOk()
                        .bodyText()
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??")
                        .doesNotContain("style=\"");
            }
        }
    }

    private String said(String text, String phone) {
        return ((Texts.Reading.Understood) texts.read(client(), text))
                .template()
                .render(contacts.known(client(), List.of(phone)).getFirst().fields());
    }

    private List<String> keys(AccountId account) {
        return fields.all(account).stream().map(NamedField::key).toList();
    }

    private String make(String name, FieldKind kind, String... choices) {
        return ((FieldDesk.Answer.Saved) desk.add(client(), name, kind, List.of(choices)))
                .field()
                .key();
    }
}
