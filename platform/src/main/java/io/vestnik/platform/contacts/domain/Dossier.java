package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that an account keeps about one person, for the person: once for programs, once to be read. */
@Service
public class Dossier {
    private static final int PAGE = 500;
    /** More than any person has; beyond it the newest are told. */
    private static final int MOST = 50_000;

    private final List<PersonalData> places;
    private final Accounts accounts;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    Dossier(
            ObjectProvider<PersonalData> places,
            Accounts accounts,
            MessageSource messages,
            JsonMapper json,
            Clock clock) {
        this.places = places.stream()
                .sorted(Comparator.comparingInt(PersonalData::order).thenComparing(PersonalData::place))
                .toList();
        this.accounts = accounts;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /** Writes an archive with {@code data.json} and {@code data.html}. */
    public void write(AccountId account, String phone, OutputStream out) throws IOException {
        Map<String, List<JsonNode>> known = known(account, phone);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("data.json"));
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("phone", phone);
            all.put("account", accounts.get(account).name());
            all.put("made_at", clock.instant().toString());
            all.putAll(known);
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("data.html"));
            zip.write(html(account, phone, known).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private Map<String, List<JsonNode>> known(AccountId account, String phone) {
        Map<String, List<JsonNode>> known = new LinkedHashMap<>();
        for (PersonalData place : places) {
            @Nullable String after = null;
            int told = 0;
            do {
                Slice<PersonalData.Told> page = place.tell(account, phone, after, PAGE);
                page.items()
                        .forEach(it -> known.computeIfAbsent(it.what(), _ -> new ArrayList<>())
                                .add(json.readTree(it.json())));
                told += page.items().size();
                after = page.next();
            } while (after != null && told < MOST);
        }
        return known;
    }

    private String html(AccountId account, String phone, Map<String, List<JsonNode>> known) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(LocaleContextHolder.getLocale().getLanguage())
                .append("\"><meta charset=\"utf-8\"><title>+")
                .append(phone)
                .append("</title><h1>")
                .append(escaped(text("contacts.told.title", "+" + phone)))
                .append("</h1><p>")
                .append(escaped(text(
                        "contacts.told.lead",
                        accounts.get(account).name(),
                        clock.instant().toString())))
                .append("</p>");
        if (known.isEmpty()) {
            html.append("<p>").append(escaped(text("contacts.told.nothing"))).append("</p>");
        }
        known.forEach((what, rows) -> {
            html.append("<h2>").append(escaped(text("contacts.told." + what))).append("</h2>");
            for (JsonNode row : rows) {
                html.append("<dl>");
                row.forEachEntry((name, value) -> {
                    if (!value.isNull()) {
                        html.append("<dt>")
                                .append(escaped(name))
                                .append("</dt><dd>")
                                .append(escaped(value.isString() ? value.asString() : value.toString()))
                                .append("</dd>");
                    }
                });
                html.append("</dl><hr>");
            }
        });
        return html.append("</html>").toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
