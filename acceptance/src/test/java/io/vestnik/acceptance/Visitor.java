package io.vestnik.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Somebody before a browser of their own, with everything that this browser complained about. */
final class Visitor {

    // A page that must be scrolled sideways is a fault on every page, so each page tells by itself.
    private static final String TELL_OF_WIDTH = """
        (() => {
          if (window !== top) return;
          let told = false;
          const look = again => {
            const over = document.documentElement.scrollWidth - innerWidth;
            if (over <= 0 || told) return;
            const wide = [...document.querySelectorAll('body *')]
                .filter(one => one.getBoundingClientRect().left + one.scrollWidth > innerWidth + 1)
                .slice(-5).map(one => one.tagName + '.' + (one.getAttribute('class') || '') + ' ' + one.innerText?.slice(0, 30));
            if (!again) return setTimeout(() => look(true), 300); // what passes by itself nobody sees
            told = true;
            console.error(location.pathname + ' is ' + over + ' px wider than the screen: ' + wide.join(', '));
          };
          addEventListener('load', () => {
            look(false);
            new ResizeObserver(() => look(false)).observe(document.body);
          });
          document.addEventListener('htmx:afterSettle', () => look(false));
        })();
        """;

    private final Installed installed;
    private final BrowserContext context;
    private final Screen screen;
    private final Words words;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private Set<Integer> expected = Set.of();

    Visitor(Installed installed, BrowserContext context, Screen screen) {
        this.installed = installed;
        this.context = context;
        this.screen = screen;
        this.words = new Words(screen.language());
        context.addInitScript(TELL_OF_WIDTH);
        context.onConsoleMessage(this::said);
        context.onWebError(error -> complaints.add(error.error()));
        context.onResponse(this::answered);
        context.onRequestFailed(this::failed);
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    Screen screen() {
        return screen;
    }

    /** What pages say in this person's language. */
    String word(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /** What comes before the first argument of what pages say. */
    String start(String key) {
        return words.start(key);
    }

    String login(String who) {
        return installed.login(who);
    }

    String password(String who) {
        return installed.password(who);
    }

    /** Where this person's files are. */
    Path folder() {
        return installed.folder();
    }

    /** One more tab of the same browser. */
    Page tab() {
        return context.newPage();
    }

    /** Answers of these statuses belong to what the test does, from now on. */
    Visitor expects(Integer... statuses) {
        expected = Set.of(statuses);
        return this;
    }

    /** Comes in as the demonstration's operator, partner or client. */
    Visitor signIn(String who) {
        page.navigate("/sign-in");
        page.getByLabel(word("accounts.signin.login")).fill(installed.login(who));
        page.getByLabel(word("accounts.signin.password")).fill(installed.password(who));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(word("accounts.signin.enter")))
                .click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The addresses of all tabs. */
    List<String> places() {
        return context.pages().stream().map(Page::url).toList();
    }

    /** Leaves what was seen in a folder. */
    void keep(Path folder) {
        List<Page> pages = context.pages();
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i)
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(folder.resolve(screen + "-" + i + ".png")));
        }
        context.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve(screen + ".zip")));
        try {
            Files.writeString(folder.resolve("server.log"), installed.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        context.close();
    }

    private void said(ConsoleMessage message) {
        // The answer itself is looked at below; the browser and htmx tell of it too.
        if (message.type().equals("error")
                && !message.text().startsWith("Failed to load resource")
                && !message.text().startsWith("Response Status Error Code")) {
            complaints.add(message.text());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            complaints.add(response.status() + " of " + response.request().method() + " " + response.url());
        }
    }

    private void failed(Request request) {
        // Whoever leaves a page or starts a download breaks off what is on its way.
        if (!request.failure().equals("net::ERR_ABORTED")) {
            complaints.add(request.failure() + " of " + request.url());
        }
    }
}
