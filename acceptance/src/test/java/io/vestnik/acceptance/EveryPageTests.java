package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the menu and every part of pages, on wide and narrow screens, by day and by night. */
class EveryPageTests {

    private static final List<Screen> SCREENS = List.of(
            Screen.desk(Screen.RUSSIAN),
            Screen.phone(Screen.ENGLISH),
            Screen.desk(Screen.ENGLISH).atNight(),
            Screen.phone(Screen.RUSSIAN).atNight());

    @RegisterExtension
    final Browsing browsing = new Browsing();

    static Stream<Arguments> everyone() {
        return Stream.of("client", "partner", "operator")
                .flatMap(who -> SCREENS.stream().map(screen -> Arguments.of(who, screen)));
    }

    static Stream<Screen> screens() {
        return SCREENS.stream();
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void opensEachPageOfTheMenu(String who, Screen screen) {
        Page page = browsing.visitor(screen).signIn(who).page();
        List<String> links = page.locator("#menu nav a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(links).hasSizeGreaterThan(3);

        for (String link : links) {
            page.navigate(link);
            if (link.startsWith("/api/")) {
                assertThat(page.locator(".opblock").first()).isVisible(); // a page of its own, without our frame
            } else {
                assertThat(page.locator("main h1")).isVisible();
                assertThat(page.locator("#menu a[aria-current=page]")).hasCount(1);
            }
            look(page, who + "-" + screen + link.replace('/', '-'));
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void drawsEachPartOfTheGallery(Screen screen) {
        Page page = browsing.visitor(screen).signIn("operator").page();

        page.navigate("/dev/gallery?theme=" + (screen.dark() ? "dark" : "light"));

        assertThat(page.locator("main h1")).isVisible();
        assertThat(page.locator("main canvas, main svg").first()).isVisible();
        look(page, "gallery-" + screen);
    }

    /** Keeps what was seen for whoever wants to look at it. */
    private static void look(Page page, String name) {
        byte[] seen = page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pages", name + ".png")));
        assertThat(seen).isNotEmpty();
    }
}
