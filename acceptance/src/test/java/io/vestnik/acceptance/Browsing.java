package io.vestnik.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test people with browsers before one installation, which all tests share. After the test nobody's browser may have
 * complained; what a failed test saw is kept in {@code target/browser}.
 */
final class Browsing implements BeforeEachCallback, AfterEachCallback {

    static final int PATIENCE_MILLIS = 60_000;

    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Installed> alones = new ArrayList<>();
    private @Nullable Stage stage;

    @Override
    public void beforeEach(ExtensionContext context) {
        stage = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Browsing.class))
                .computeIfAbsent(Stage.class, _ -> new Stage(), Stage.class);
    }

    Installed installed() {
        return stage().installed;
    }

    /** One more installation, for this test alone. */
    Installed install(String... settings) {
        Installed alone = Installed.start(settings);
        alones.add(alone);
        return alone;
    }

    /** Somebody new before the shared installation. */
    Visitor visitor(Screen screen) {
        return visitor(installed(), screen);
    }

    Visitor visitor(Installed installed, Screen screen) {
        BrowserContext context = stage().browser.newContext(screen.options().setBaseURL(installed.address()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        Visitor visitor = new Visitor(installed, context, screen);
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Throwable failure = context.getExecutionException().orElse(null);
        boolean failed = failure != null;
        String name = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName() + "." + context.getDisplayName();
        Path folder = Path.of("target", "browser", name.replaceAll("[^\\p{L}\\p{N}.-]+", "_"));
        AssertionError complaint = null;
        for (Visitor visitor : visitors) {
            List<String> complaints = visitor.complaints();
            if (!complaints.isEmpty()) {
                complaint = new AssertionError("The browser complained: " + complaints);
            }
            if (failed || complaint != null) {
                visitor.keep(folder);
            }
            if (failure != null) {
                failure.addSuppressed(new AssertionError("The browser was at " + visitor.places()));
            }
            visitor.close();
        }
        visitors.clear();
        alones.forEach(Installed::close);
        alones.clear();
        if (complaint != null && failure != null) {
            failure.addSuppressed(complaint);
        } else if (complaint != null) {
            throw complaint;
        }
    }

    private Stage stage() {
        return Objects.requireNonNull(stage, "only within a test");
    }

    /** One browser and one installation for the whole run. */
    private static final class Stage implements AutoCloseable {

        private final Installed installed;
        private final Playwright playwright;
        private final Browser browser;

        Stage() {
            installed = Installed.start();
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            String named = System.getenv("VESTNIK_CHROMIUM");
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(named == null ? "/usr/bin/chromium" : named))
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        }

        @Override
        public void close() {
            try (installed;
                    playwright;
                    browser) {
                // closed in the reverse order
            }
        }
    }
}
