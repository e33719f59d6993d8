package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.pipeline.InboundNumbers;
import io.vestnik.platform.pipeline.InboundNumbers.Lent;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code receive_phones.php}: the numbers that people write to. They are lent by hand: nobody buys or prolongs one here. */
@Component
class InboundNumberScript implements Script {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final InboundNumbers numbers;

    InboundNumberScript(InboundNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "receive_phones";
    }

    @Override
    public String right(Params params) {
        return "inbound:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (params.on("get")) {
            List<Item> items = numbers.lent(client.account()).stream()
                    .map(InboundNumberScript::item)
                    .toList();
            return items.isEmpty() ? new Answer.Refused(Fault.NOT_FOUND) : new Answer.Many(items);
        }
        return new Answer.Refused(params.on("buy") || params.on("chg") ? Fault.FAILED : Fault.PARAMETERS);
    }

    private static Item item(Lent lent) {
        return Item.of(
                "phone", lent.number(),
                "keyword", lent.keyword(),
                "start", day(lent.begins()),
                "end", day(lent.ends()),
                "noprolong", lent.ends() == null ? 0 : 1);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
