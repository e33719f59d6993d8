package io.vestnik.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each part of pages against a picture of how it should look, so that a change of one is seen wherever it is used. Fonts differ from
 * machine to machine, so each word is drawn as a bar of its length. {@code -Dvestnik.gallery=write} takes the pictures anew.
 */
class GalleryTests {

    private static final Path KEPT = Path.of("src", "test", "resources", "gallery");
    private static final Path SEEN = Path.of("target", "gallery");

    private static final String BARS = """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`
                [data-part] * { vertical-align: top !important; }
                .bar { display: inline-block; height: .6em; margin-block: .4em; max-width: 100%; background: currentColor; opacity: .7; }
                .gap { display: inline-block; width: .3em; }
                input, textarea, select, option, ::placeholder { color: transparent !important; }
                td::before { content: '' !important; inline-size: 7em; block-size: 1lh; }
                canvas, input[type=date]::-webkit-calendar-picker-indicator { visibility: hidden; }
                .v-top, .v-menu, .v-head-action { visibility: hidden; }
                * { caret-color: transparent !important; transition: none !important; animation: none !important; }
              `);
              document.adoptedStyleSheets = [sheet];
              const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              const texts = [];
              while (walker.nextNode()) {
                const text = walker.currentNode;
                const between = [text.previousElementSibling, text.nextElementSibling]
                    .every(one => one && getComputedStyle(one).display.startsWith('inline'));
                if ((text.data.trim() || between) && !text.parentElement.closest('script, template, select, textarea, svg')) texts.push(text);
              }
              for (const text of texts) {
                const line = document.createElement('span');
                for (const word of text.data.split(/([ \\t\\n]+)/)) {
                  if (!word) continue;
                  const piece = document.createElement('span');
                  piece.className = word.trim() ? 'bar' : 'gap';
                  if (word.trim()) piece.style.width = word.length * .55 + 'em';
                  line.append(piece);
                }
                text.replaceWith(line);
              }
            }
            """;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    static Stream<Screen> screens() {
        return Stream.of(Screen.desk(Screen.RUSSIAN), Screen.phone(Screen.RUSSIAN))
                .flatMap(screen -> Stream.of(screen, screen.atNight()));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void looksAsItDid(Screen screen) {
        Page page = gallery(screen);
        List<String> changed = new ArrayList<>();
        for (Locator part : page.locator("[data-part]").all()) {
            String name = screen + "-" + part.getAttribute("data-part") + ".png";
            byte[] screenshot = shoot(part);
            Picture seen = Picture.of(screenshot);
            if (System.getProperty("vestnik.gallery", "").equals("write")) {
                seen.write(KEPT.resolve(name));
            } else if (!Files.exists(KEPT.resolve(name))) {
                changed.add(name + " has no picture yet");
            } else if (!seen.looksLike(Picture.read(KEPT.resolve(name)))) {
                keep(name, screenshot);
                seen.differences(Picture.read(KEPT.resolve(name))).write(SEEN.resolve("difference-" + name));
                changed.add(name);
            }
        }
        assertThat(changed)
                .as(
                        "parts that look otherwise; see %s. If that is meant: -Dvestnik.gallery=write",
                        SEEN.toAbsolutePath())
                .isEmpty();
    }

    @Test
    void doesNotMindTheFontsOfTheMachine() {
        for (Screen screen : List.of(Screen.desk(Screen.RUSSIAN), Screen.phone(Screen.RUSSIAN))) {
            Page page = gallery(screen);
            restyle(page, "* { font-family: serif !important }");
            for (Locator part : page.locator("[data-part]").all()) {
                String name = screen + "-" + part.getAttribute("data-part") + ".png";
                byte[] screenshot = shoot(part);
                boolean alike = Picture.of(screenshot).looksLike(Picture.read(KEPT.resolve(name)));
                if (!alike) {
                    keep("serif-" + name, screenshot);
                }
                assertThat(alike).as(name).isTrue();
            }
        }
    }

    @Test
    void wouldSeeAPartThatBroke() {
        Page page = gallery(Screen.desk(Screen.RUSSIAN));
        for (String broken : List.of(
                "[data-part=stats] .v-stat => padding: 2.5rem",
                "[data-part=list] .v-table td => padding-block: 2px",
                "[data-part=form] .form-control => display: none",
                "[data-part=states] .v-state => background: #c00")) {
            String[] rule = broken.split(" => ", -1);
            Locator part = page.locator(rule[0].substring(0, rule[0].indexOf(' ')));
            Picture whole = Picture.of(shoot(part));
            assertThat(Picture.of(shoot(part)).looksLike(whole))
                    .as("the same twice")
                    .isTrue();
            restyle(page, rule[0] + " { " + rule[1] + " !important }");
            assertThat(Picture.of(shoot(part)).looksLike(whole)).as(broken).isFalse();
        }
    }

    private Page gallery(Screen screen) {
        Page page = browsing.visitor(screen).page();
        page.navigate("/dev/gallery?theme=" + (screen.dark() ? "dark" : "light"));
        assertThat(page.locator("main canvas, main svg").first()).isVisible();
        page.evaluate(BARS);
        return page;
    }

    private static void restyle(Page page, String rule) {
        page.evaluate(
                "rule => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rule); document.adoptedStyleSheets.push(sheet); }",
                rule);
    }

    private static byte[] shoot(Locator part) {
        return part.screenshot(new Locator.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
    }

    private static void keep(String name, byte[] screenshot) {
        try {
            Files.createDirectories(SEEN);
            Files.write(SEEN.resolve(name), screenshot);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
