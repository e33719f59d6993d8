package io.vestnik.platform.smppserver.web;

import io.vestnik.platform.smppserver.domain.Codings;
import io.vestnik.platform.smppserver.domain.Operation;
import io.vestnik.platform.smppserver.domain.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the server takes and sends: read from what it goes by itself. */
@Controller
@PreAuthorize("hasAuthority('" + SystemRights.MANAGE + "')")
class SupportedPages {
    /** A row: what it is called, and the ends of the keys of the bundle that say what becomes of it. */
    record Row(String name, String code, List<String> keys) {}

    @GetMapping("/smppserver/supported")
    String show(Model model) {
        model.addAttribute(
                "operations",
                Arrays.stream(Operation.values())
                        .map(one -> new Row(one.written(), "", List.of(key(one.served()))))
                        .toList());
        model.addAttribute(
                "parameters",
                Arrays.stream(Parameter.values()).map(SupportedPages::row).toList());
        model.addAttribute(
                "codings",
                Codings.all().entrySet().stream()
                        .map(one -> new Row(Codings.written(one.getValue()), "", List.of(key(one.getKey()))))
                        .toList());
        return "smppserver/supported";
    }

    private static Row row(Parameter one) {
        List<String> keys =
                one.read() && one.written() ? List.of("read", "written") : List.of(one.read() ? "read" : "written");
        return new Row(one.name().toLowerCase(Locale.ROOT), String.format("0x%04X", one.tag()), keys);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
