package io.vestnik.platform.smppserver.web;

import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.smppserver.domain.SystemTerms.Modes;
import io.vestnik.sms.RouteAlphabet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts of these pages in the language of the viewer. */
@Component
class SystemWords {
    private final MessageSource messages;

    SystemWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage("smppserver." + key, arguments, LocaleContextHolder.getLocale());
    }

    FieldErrors errors(Map<String, String> faults) {
        FieldErrors errors = FieldErrors.none();
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            errors = errors.and(fault.getKey(), of("fault." + fault.getValue()));
        }
        return errors;
    }

    List<Option> modes() {
        return options("modes.", Modes.values());
    }

    List<Option> alphabets() {
        return options("alphabet.", RouteAlphabet.values());
    }

    List<Option> traffics() {
        return options("traffic.", TrafficType.values());
    }

    private List<Option> options(String key, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), word(key, value)))
                .toList();
    }

    private String word(String key, @Nullable Enum<?> value) {
        return value == null ? "" : of(key + value.name().toLowerCase(Locale.ROOT));
    }

    private String whether(@Nullable Boolean value) {
        return of(Boolean.TRUE.equals(value) ? "yes" : "no");
    }

    /** What another person saved meanwhile, beside what was typed. */
    List<Change> changes(SystemForm saved, SystemForm typed) {
        return List.of(
                new Change(of("modes"), word("modes.", saved.modes()), word("modes.", typed.modes())),
                new Change(of("binds"), saved.binds(), typed.binds()),
                new Change(of("window"), saved.window(), typed.window()),
                new Change(of("tps"), saved.tps(), typed.tps()),
                new Change(of("alphabet"), word("alphabet.", saved.alphabet()), word("alphabet.", typed.alphabet())),
                new Change(of("traffic"), word("traffic.", saved.traffic()), word("traffic.", typed.traffic())),
                new Change(of("addresses"), saved.addresses(), typed.addresses()),
                new Change(of("costs"), whether(saved.costs()), whether(typed.costs())),
                new Change(of("once"), whether(saved.once()), whether(typed.once())));
    }
}
