package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@code ping.php}: lets people know that something failed or works again, by a notice that the account has prepared. */
@Component
class PingScript implements Script {
    /** What a program puts into a text: as long as a name on the net may be, for the text may ask for it a hundred times. */
    private static final List<String> TOLD = List.of("name", "host", "info");

    private static final int LONGEST = 255;
    private static final Pattern MACRO = Pattern.compile("\\{(" + String.join("|", TOLD) + ")}");

    private final EventNoticeStore notices;
    private final SendScript sending;

    PingScript(EventNoticeStore notices, SendScript sending) {
        this.notices = notices;
        this.sending = sending;
    }

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public String right(Params params) {
        return sending.right(params);
    }

    @Override
    public Answer run(Client client, Params params) {
        if (params.number("id").isEmpty() || !params.get("ok").matches("[01]?") || isTooLong(params)) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        Optional<EventNotice> notice =
                notices.find(client.account(), params.number("id").getAsLong());
        return notice.isEmpty()
                ? new Answer.Refused(Fault.NOT_FOUND)
                : sending.run(client, message(notice.get(), params));
    }

    private static boolean isTooLong(Params params) {
        return TOLD.stream().anyMatch(it -> params.get(it).length() > LONGEST);
    }

    /** The request to send it: limits, hours and repetitions are those of any other. */
    private static Params message(EventNotice notice, Params params) {
        String text = params.on("ok") ? notice.recovery() : notice.failure();
        return new Params(
                Map.of("phones", "G=" + notice.group(), "mes", filled(text, params)), params.charset(), params.form());
    }

    /** What a program tells is put in as it is: macros in it stay what they are. */
    private static String filled(String text, Params params) {
        return MACRO.matcher(text).replaceAll(macro -> Matcher.quoteReplacement(params.get(macro.group(1))));
    }
}
