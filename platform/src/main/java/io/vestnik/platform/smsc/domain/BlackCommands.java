package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import java.util.List;
import org.springframework.stereotype.Component;

/** The black list: the stop-list of the account, for all messages. */
@Component
class BlackCommands {
    private static final String REASON = "black list";

    private final Stops stops;
    private final ContactBooks books;

    BlackCommands(Stops stops, ContactBooks books) {
        this.stops = stops;
        this.books = books;
    }

    /** Mailings alone, or single messages alone, are stopped by nothing here. */
    Answer add(Client client, Params params) {
        List<String> phones = books.phones(client.account(), params.get("phone"));
        if (phones.isEmpty() || !params.get("type").matches("0?")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        stops.add(client.who(), phones, new Stops.Entry(new StopScope.Everything(), StopSource.API, REASON));
        return new Answer.One(Created.item(Long.parseLong(phones.getFirst())));
    }

    Answer delete(Client client, Params params) {
        List<String> phones = books.phones(client.account(), params.get("phone"));
        if (phones.size() != 1) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        return stops.remove(client.who(), phones.getFirst(), null)
                ? new Answer.Done()
                : new Answer.Refused(Fault.NOT_FOUND);
    }
}
