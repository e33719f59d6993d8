package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Form;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.platform.tariffs.Tariffs;
import io.vestnik.platform.tariffs.Tariffs.Zone;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a part costs the account, by direction: as a program's message, and as one of a mailing. */
@Component
class Prices {
    private final Tariffs tariffs;
    private final Numbering numbering;

    Prices(Tariffs tariffs, Numbering numbering) {
        this.tariffs = tariffs;
        this.numbering = numbering;
    }

    Answer answer(Client client, Params params) {
        if (!client.who().may("tariffs:view")) {
            return new Answer.Refused(Fault.AUTHORISE);
        }
        List<Item> zones =
                tariffs.zones(client.account()).stream().map(this::item).toList();
        boolean nested = params.form() == Form.JSON || params.form() == Form.XML;
        return nested ? new Answer.One(Item.of("zones", zones)) : new Answer.Many(zones);
    }

    private Item item(Zone zone) {
        return Item.of(
                "zone", zone.code(),
                "name", zone.label().isEmpty() ? numbering.operatorName(zone.code()) : zone.label(),
                "api", price(zone, TrafficType.TRANSACTIONAL),
                "mass", price(zone, TrafficType.ADVERTISING));
    }

    /** Empty where it is not sold. */
    private static String price(Zone zone, TrafficType type) {
        Money price = zone.prices().get(type);
        return price == null ? "" : Amounts.of(price);
    }
}
