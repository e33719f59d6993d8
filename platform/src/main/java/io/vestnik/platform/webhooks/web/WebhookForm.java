package io.vestnik.platform.webhooks.web;

import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Webhooks.Draft;
import org.jspecify.annotations.Nullable;

/** An endpoint as it is typed; the rule is the desk's. */
record WebhookForm(
        String url,
        String form,
        String events,
        @Nullable Boolean marks,
        @Nullable Boolean inbound,
        @Nullable Boolean senders,
        String balance,
        String batch,
        String millis,
        String version) {
    static final WebhookForm EMPTY = new WebhookForm("https://", "", "", false, true, false, "", "1", "0", "0");

    /** Less than nothing: refused with its reason. */
    private static final Money NO_AMOUNT = new Money(-1);

    WebhookForm {
        url = url == null ? "" : url.strip();
        form = EndpointForm.ofCode(form == null ? "" : form)
                .orElse(EndpointForm.STANDARD)
                .code();
        events = Hears.States.ofCode(events == null ? "" : events)
                .orElse(Hears.States.FINAL)
                .code();
        balance = balance == null ? "" : balance.strip();
        batch = batch == null || batch.isBlank() ? "1" : batch.strip();
        millis = millis == null || millis.isBlank() ? "0" : millis.strip();
        version = version == null ? "0" : version;
    }

    static WebhookForm of(Endpoint endpoint) {
        Hears hears = endpoint.hears();
        Money below = hears.balanceBelow();
        return new WebhookForm(
                endpoint.url() == null ? "" : endpoint.url(),
                endpoint.form().code(),
                hears.states().code(),
                hears.marks(),
                hears.inbound(),
                hears.senders(),
                below == null ? "" : below.toDecimal().stripTrailingZeros().toPlainString(),
                Integer.toString(endpoint.batch()),
                Integer.toString(endpoint.waitMillis()),
                Integer.toString(endpoint.version()));
    }

    /** The same, read anew. */
    WebhookForm withVersion(int read) {
        return new WebhookForm(
                url, form, events, marks, inbound, senders, balance, batch, millis, Integer.toString(read));
    }

    int read() {
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    Draft draft() {
        Hears hears = new Hears(
                Hears.States.ofCode(events).orElseThrow(),
                Boolean.TRUE.equals(marks),
                Boolean.TRUE.equals(inbound),
                Boolean.TRUE.equals(senders),
                below());
        int together = batch.matches("[0-9]{1,4}") ? Integer.parseInt(batch) : 0;
        int wait = millis.matches("[0-9]{1,5}") ? Integer.parseInt(millis) : -1;
        return new Draft(url, EndpointForm.ofCode(form).orElseThrow(), hears, together, wait);
    }

    /** As people write it, with a comma and spaces too. */
    private @Nullable Money below() {
        String plain = balance.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (plain.isEmpty()) {
            return null;
        }
        return plain.matches("[0-9]{1,12}(\\.[0-9]{1,4})?") ? Money.of(plain) : NO_AMOUNT;
    }
}
