package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Consents;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.NamedField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Columns of a table that are more than a field that is there already. */
@WebTest
class LoadColumnPagesTests extends Uploading {
    @Autowired
    Fields fields;

    @Autowired
    Consents consents;

    @Test
    void makesFieldsOfColumnsThatTheAccountDidNotHave() {
        String page = looked(
                "поля.csv",
                "Телефон;Бонусы [руб.];Купил?;Телефон 2;Бонусы [руб.]\n89162000051;1 204,5;да;x;7\n89162000052;10;нет;;8\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(get(page))
                .bodyText()
                .contains("Новое поле «Бонусы руб.»", "число (похоже)", "да или нет (похоже)", "текст (похоже)");
        assertThat(freshly(page, "Город").param("column.3", "new_choice").param("column.4", "new_moment"))
                .as("what is no kind is not loaded")
                .hasStatus3xxRedirection();
        assertThat(fields.shown(client()))
                .filteredOn(
                        field -> field.own() && List.of("Бонусы руб.", "Купил?").contains(field.given()))
                .extracting(NamedField::given, NamedField::kind)
                .containsExactly(tuple("Бонусы руб.", FieldKind.NUMBER), tuple("Купил?", FieldKind.YES_NO));
        assertThat(fields.shown(client()).stream()
                        .filter(field -> "Бонусы руб.".equals(field.given()))
                        .map(field -> jdbc.sql("""
                                SELECT details ->> 'kind' FROM accounts.audit
                                 WHERE account = :account AND what = 'contacts.field-made' AND object = :object""")
                                .param("account", client().value())
                                .param("object", "field " + field.key())
                                .query(String.class)
                                .list()))
                .as("what the journal tells of it")
                .containsExactly(List.of("number"));
        assertThat(freshly(page, "Ещё раз"))
                .as("they are there now")
                .hasStatus(422)
                .bodyText()
                .contains("Поле «Бонусы руб.» уже есть");
        assertThat(contacts.groups(client())).extracting(Group::name).doesNotContain("Ещё раз");
    }

    private MockMvcRequestBuilder freshly(String page, String group) {
        return post(page)
                .param("column.0", "phone")
                .param("column.1", "new_number")
                .param("column.2", "new_yes_no")
                .param("header", "true")
                .param("group", group);
    }

    @Test
    void notesConsentsOfAFileAndAsksSinceWhen() {
        String page = looked(
                "согласия.csv", "Телефон;Откуда\n89162000041;Касса\n89162000042;\n".getBytes(StandardCharsets.UTF_8));
        assertThat(get(page)).bodyText().contains("value=\"consent_source\"", "name=\"consent.wording\"");
        assertThat(consenting(page)).hasStatus(422).bodyText().contains("Скажите, когда люди согласились");
        assertThat(consenting(page).param("consent.at", "2199-01-01T10:00"))
                .hasStatus(422)
                .bodyText()
                .contains("не позже нынешних", ">Акции и новости</textarea>");
        assertThat(consenting(page).param("consent.at", "-9999-01-01T10:00"))
                .hasStatus(422)
                .bodyText()
                .contains("с 1900 года");
        assertThat(consenting(page).param("consent.at", "2026-03-01T12:00").param("consent.source", "Касса\0№ 1"))
                .hasStatus(422)
                .bodyText()
                .contains("Не больше 500 знаков");
        String job = started(consenting(page).param("consent.at", "2026-03-01T12:00"));
        fixtures.end(client(), job(job));
        assertThat(get(job)).bodyText().contains("Записано 2 согласия");
        assertThat(get("/contacts/" + id("79162000041") + "/person")).bodyText().contains("Касса", "Акции и новости");
    }

    @Test
    void notesNoConsentsForSomebodyWhoMayOnlyLoad() {
        String page = looked(
                "только-загрузка.csv",
                "Телефон;Дата согласия\n89162000061;01.02.2026\n".getBytes(StandardCharsets.UTF_8));
        Who whole = SignIns.who("client", context);
        Who loader = new Who(
                whole.account(), whole.user(), null, whole.name(), Set.of(ContactsRights.VIEW, ContactsRights.LOAD));
        assertThat(mvc.get().uri(page).with(SignIns.as(loader)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("consent");
        String job = started(mvc.post()
                .uri(page)
                .with(csrf())
                .with(SignIns.as(loader))
                .param("column.0", "phone")
                .param("column.1", "consent_at")
                .param("header", "true")
                .param("group", "Без права")
                .param("consent.at", "2026-03-01T12:00"));
        fixtures.end(client(), job(job));
        assertThat(fixtures.people(client(), "Без права")).hasSize(1);
        assertThat(consents.history(client(), "79162000061")).isEmpty();
    }

    private MockMvcRequestBuilder consenting(String page) {
        return post(page)
                .param("column.0", "phone")
                .param("column.1", "consent_source")
                .param("header", "true")
                .param("group", "Согласные")
                .param("consent.channel", "sms")
                .param("consent.wording", "Акции и новости");
    }

    private long id(String phone) {
        return jdbc.sql("SELECT id FROM contacts.contact WHERE account = :account AND phone = :phone")
                .param("account", client().value())
                .param("phone", phone)
                .query(Long.class)
                .single();
    }
}
