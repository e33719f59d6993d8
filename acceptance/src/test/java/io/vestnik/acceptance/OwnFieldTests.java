package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field of an account's own on its way through the product, and a contact to the trash and back. */
class OwnFieldTests {

    @RegisterExtension
    final Browsing browsing = new Browsing();

    static Stream<Screen> screens() {
        return Stream.of(Screen.desk(Screen.RUSSIAN), Screen.phone(Screen.ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void goesFromTheFieldToTheColumnAndIntoATextThenToTheTrashAndBack(Screen screen) {
        Visitor visitor = browsing.visitor(screen).signIn("client");
        Steps steps = Steps.of(visitor);
        int crowd = screens().toList().indexOf(screen);
        String name = crowd == 0 ? "Номер заказа" : "Order number";
        String phone = "7916770000" + crowd;
        String shown = "770-00-0" + crowd;

        makeField(steps, name);
        addContact(steps, name, phone, "Z-" + crowd);
        showColumn(steps, name, phone, "Z-" + crowd);
        readInPreview(steps, name, phone, "Z-" + crowd);
        deleteAndUndo(steps, phone);
        deleteAndRestore(steps, phone, shown);
    }

    private static void makeField(Steps steps, String name) {
        Page page = steps.page();
        steps.menu("shell.section.contacts", "contacts.fields.title");
        page.waitForURL(Pattern.compile(".*/contacts/fields$"));
        steps.link("contacts.fields.new").click();
        page.locator("#f-name").fill(name);
        steps.button("contacts.fields.make").click();
        page.waitForURL(Pattern.compile(".*/contacts/fields$"));
        assertThat(steps.says(name)).isVisible();
    }

    private static void addContact(Steps steps, String name, String phone, String value) {
        Page page = steps.page();
        page.navigate("/contacts/new");
        page.locator("#f-phone").fill(phone);
        page.locator("#f-name").fill("Зоя");
        page.getByLabel(name).fill(value);
        page.locator("main form.v-form button[type=submit]").click();
        assertThat(page.locator("#f-phone")).hasValue("");
    }

    private static void showColumn(Steps steps, String name, String phone, String value) {
        Page page = steps.page();
        Keyboard keys = page.keyboard();
        page.navigate("/contacts?q=" + phone);
        page.locator(".v-arrange summary").focus();
        keys.press("Enter");
        Locator box = page.locator(".v-arrange").getByLabel(name, new Locator.GetByLabelOptions().setExact(true));
        box.focus();
        keys.press("Space");
        page.locator(".v-arrange [type=submit]").first().focus();
        keys.press("Enter");
        assertThat(page.locator(".v-list tbody tr")).containsText(value);
    }

    private static void readInPreview(Steps steps, String name, String phone, String value) {
        steps.composeTo("+" + phone, name, "Ваш заказ [" + name + "] готов");
        assertThat(steps.page().locator("#sample .v-bubble")).containsText("Ваш заказ " + value + " готов");
    }

    private static void delete(Steps steps, String phone) {
        Page page = steps.page();
        page.navigate("/contacts?q=" + phone);
        page.locator(".v-list tbody [data-select]").check();
        page.locator("[data-bulk] .btn-danger").click();
        assertThat(page.locator("#asking-text")).containsText("1");
        page.locator("#asking-yes").click();
        assertThat(page.locator(".v-toast")).isVisible();
    }

    private static void deleteAndUndo(Steps steps, String phone) {
        Page page = steps.page();
        delete(steps, phone);
        page.locator(".v-toast form button").click();
        assertThat(page.locator(".v-toast form")).hasCount(0);
        page.navigate("/contacts?q=" + phone);
        assertThat(page.locator(".v-list tbody tr")).hasCount(1);
    }

    private static void deleteAndRestore(Steps steps, String phone, String shown) {
        Page page = steps.page();
        delete(steps, phone);
        steps.menu("shell.section.contacts", "contacts.trash.title");
        page.waitForURL(Pattern.compile(".*/contacts/trash$"));
        Locator row = page.locator(".v-list tbody tr").filter(new Locator.FilterOptions().setHasText(shown));
        row.locator("[data-select]").check();
        steps.button("contacts.trash.restore").click();
        assertThat(row).hasCount(0);
        page.navigate("/contacts?q=" + phone);
        assertThat(page.locator(".v-list tbody tr")).hasCount(1);
    }
}
