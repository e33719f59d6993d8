package io.vestnik.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files on their way from a person. */
class UploadTests {

    private static final int PEOPLE = 20;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Test
    void sendsAFileThatWasChosenBeforeThePageWasReady() {
        Visitor visitor = browsing.visitor(Screen.desk(Screen.ENGLISH)).signIn("client");
        Path file = Tables.customers(visitor.folder().resolve("early.xlsx"), 70, PEOPLE);
        Page page = visitor.page();
        // What a worker of the browser asks for passes by whoever holds up the page's own requests.
        page.evaluate("navigator.serviceWorker.ready.then(it => it.unregister()).then(() => true)");
        List<Route> held = new ArrayList<>();
        Pattern script = Pattern.compile(".*/static/shell/shell[^/]*\\.js");
        page.route(script, held::add);

        page.navigate("/contacts/load", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("input[type=file]").setInputFiles(file);
        page.waitForCondition(() -> !held.isEmpty());
        page.unroute(script); // the page that follows asks for it again, or has it still
        held.forEach(Route::resume);

        page.waitForURL(Pattern.compile(".*/contacts/load/\\d+.*"));
    }
}
