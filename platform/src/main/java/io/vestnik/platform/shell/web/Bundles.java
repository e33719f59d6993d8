package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.GivenTitle;
import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The bundles of all modules; a title that a person gave is answered as it is. */
final class Bundles extends ResourceBundleMessageSource {
    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return GivenTitle.is(code) ? GivenTitle.text(code) : super.resolveCodeWithoutArguments(code, locale);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return GivenTitle.is(code) ? null : super.resolveCode(code, locale);
    }
}
