package io.vestnik.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** What a person sits before: a screen, a language, a taste in themes. */
record Screen(int width, int height, String language, boolean dark) {

    static final String RUSSIAN = "ru";
    static final String ENGLISH = "en";

    static Screen desk(String language) {
        return new Screen(1280, 800, language, false);
    }

    static Screen phone(String language) {
        return new Screen(390, 844, language, false);
    }

    Screen atNight() {
        return new Screen(width, height, language, true);
    }

    boolean narrow() {
        return width < 600;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(narrow())
                .setLocale(language.equals(RUSSIAN) ? "ru-RU" : "en-GB")
                .setTimezoneId("Europe/Moscow")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setAcceptDownloads(true);
    }

    @Override
    public String toString() {
        return language + "-" + width + (dark ? "-dark" : "");
    }
}
