package io.vestnik.smpp;

import java.util.concurrent.CompletableFuture;

/** The end that binds. */
final class ClientRole implements Role {
    private static final int BIND_SEQUENCE = 1;

    private final ClientSettings settings;
    private final SessionListener listener;
    final CompletableFuture<ConnectResult> result = new CompletableFuture<>();

    ClientRole(ClientSettings settings, SessionListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    @Override
    public void opened(Course course) {
        course.reply(new Bind(
                BIND_SEQUENCE,
                settings.mode(),
                settings.systemId(),
                settings.password(),
                settings.systemType(),
                Course.VERSION,
                settings.addressRange()));
    }

    @Override
    public void handshake(Course course, Decoded decoded) {
        switch (decoded) {
            case BindResp answer
            when answer.ok() -> {
                int version = answer.tlvs().integer(Tlv.SC_INTERFACE_VERSION).orElse(0);
                Bound bound = new Bound(
                        settings.mode(), settings.systemId(), version, settings.session(), listener, BIND_SEQUENCE + 1);
                result.complete(new ConnectResult.Bound(course.bind(bound, null)));
            }
            case BindResp answer -> refused(course, answer.status());
            case GenericNack nack -> refused(course, nack.status());
            case EnquireLink enquiry -> course.reply(enquiry.refusal(CommandStatus.ESME_ROK));
            case Pdu.Request request -> course.reply(request.refusal(CommandStatus.ESME_RINVBNDSTS));
            case Malformed malformed ->
                course.phases.finish(
                        new CloseReason(CloseReason.Cause.MALFORMED, "before the bind: " + malformed.fault()));
            case Pdu.Response _, Pdu.Notice _ -> {}
        }
    }

    private void refused(Course course, int status) {
        result.complete(new ConnectResult.Refused(status));
        course.phases.finish(new CloseReason(CloseReason.Cause.BIND_REFUSED, CommandStatus.name(status)));
    }

    @Override
    public long bindNanos() {
        return settings.bindTimeout().toNanos();
    }

    @Override
    public boolean mayReceive(Pdu.Request request, BindMode mode) {
        return mode.receives() && (request instanceof DeliverSm || request instanceof DataSm);
    }

    @Override
    public boolean maySend(Pdu.Request request, BindMode mode) {
        return mode.transmits() && isMessageWork(request);
    }

    static boolean isMessageWork(Pdu.Request request) {
        return switch (request) {
            case SubmitSm _, SubmitMulti _, DataSm _, QuerySm _, CancelSm _, ReplaceSm _ -> true;
            case DeliverSm _, Bind _, Unbind _, EnquireLink _ -> false;
        };
    }

    // The network keeps what is refused for a while, and tries again.
    @Override
    public int drainStatus() {
        return CommandStatus.ESME_RX_T_APPN;
    }

    @Override
    public void over(Course course, CloseReason reason) {
        result.complete(new ConnectResult.Failed(reason));
    }
}
