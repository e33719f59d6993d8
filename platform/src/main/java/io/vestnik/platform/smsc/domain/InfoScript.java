package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code info.php}: where numbers belong. */
@Component
class InfoScript implements Script {
    private static final int MOST = 1_000;
    private static final int SAME_A_MINUTE = 3;
    private static final int ANY_A_MINUTE = 100;
    private static final int MCC = 3;
    private static final int MOSCOW = 3;
    private static final int HOUR_SECONDS = 3_600;

    private final Numbering numbering;
    private final Destinations destinations;
    private final Throttles throttles;
    private final Clock clock;

    InfoScript(Numbering numbering, Destinations destinations, Throttles throttles, Clock clock) {
        this.numbering = numbering;
        this.destinations = destinations;
        this.throttles = throttles;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "info";
    }

    @Override
    public String right(Params params) {
        return "messages:send";
    }

    @Override
    public Answer run(Client client, Params params) {
        List<String> phones = Arrays.stream(params.get("phone").split("[,;]", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        if (!params.on("get_operator") || phones.isEmpty() || phones.size() > MOST) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (!throttles.pass(client.account(), name(), ANY_A_MINUTE)
                || !throttles.pass(client.account(), name() + params.asked(), SAME_A_MINUTE)) {
            return new Answer.Refused(Fault.DUPLICATE);
        }
        List<Item> known = phones.stream()
                .flatMap(phone -> item(client.account(), phone).stream())
                .toList();
        if (known.isEmpty()) {
            return new Answer.Refused(Fault.NOT_FOUND);
        }
        return phones.size() == 1 ? new Answer.One(known.getFirst()) : new Answer.Many(known);
    }

    /** Empty where no network of the plan has such numbers. */
    private Optional<Item> item(AccountId account, String phone) {
        String digits = destinations.digits(account, phone);
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = numbering.of(digits);
        if (origin.operator() == null) {
            return Optional.empty();
        }
        int offset = origin.zone().getRules().getOffset(clock.instant()).getTotalSeconds() / HOUR_SECONDS;
        return Optional.of(Item.of(
                "country",
                MessageRecords.country(origin),
                "operator",
                origin.operator(),
                "region",
                Objects.requireNonNullElse(origin.region(), ""),
                "mcc",
                origin.mccMnc().substring(0, MCC),
                "mnc",
                origin.mccMnc().substring(MCC),
                "tz",
                Integer.toString(offset - MOSCOW)));
    }
}
