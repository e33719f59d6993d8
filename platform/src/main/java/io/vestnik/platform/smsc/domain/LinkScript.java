package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Links.Owned;
import io.vestnik.platform.links.Links.Visit;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code tinyurls.php}: where a short link leads, and whether it was followed. */
@Component
class LinkScript implements Script {
    private final Links links;
    private final MessageRecords records;

    LinkScript(Links links, MessageRecords records) {
        this.links = links;
        this.records = records;
    }

    @Override
    public String name() {
        return "tinyurls";
    }

    @Override
    public String right(Params params) {
        return "messages:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (!params.on("get") || params.has("id") == params.has("link")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        // A link is known by its last eight letters, whatever it began with when it was given.
        String code = params.has("id") ? params.get("id") : params.get("link").replaceFirst("(?s)^.*/", "");
        Optional<Owned> owned = links.owned(client.account(), code);
        return owned.<Answer>map(link -> new Answer.One(item(client.account(), code, link)))
                .orElseGet(() -> new Answer.Refused(Fault.NOT_FOUND));
    }

    private Item item(AccountId account, String code, Owned link) {
        Visit visit = link.visit();
        Item item = Item.of(
                "id",
                code,
                "url",
                switch (link.target()) {
                    case Target.Page(String address) -> address;
                    case Target.Unsubscribe() -> ""; // our own page
                },
                "int_id",
                link.message().value(),
                "expires",
                records.time(account, link.expiresAt()),
                "clicks",
                visit == null ? 0 : visit.clicks());
        return visit == null
                ? item
                : item.with("first_date", records.time(account, visit.firstAt()))
                        .with("first_timestamp", visit.firstAt().getEpochSecond())
                        .with("last_date", records.time(account, visit.lastAt()))
                        .with("last_timestamp", visit.lastAt().getEpochSecond());
    }
}
