package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts of these pages in the language of the viewer. */
@Component("accountsWords")
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** The text, or what stands for it where the bundle has none. */
    String orElse(String key, String otherwise) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()), otherwise);
    }

    List<Option> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new Option(
                        role.name(), of("accounts.role." + role.name().toLowerCase(Locale.ROOT))))
                .toList();
    }
}
