package io.vestnik.smpp;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;

/** The end that is bound to. */
final class ServerRole implements Role {
    private final ServerSettings settings;
    private final ServerListener listener;
    private final Roster roster;

    /** Who is connected to a server. */
    interface Roster {
        /** Who stands behind a connection through a balancer is known. */
        void identified(Course course);

        /** A bind was accepted. */
        void bound(SmppSession session, Course course);

        /** A connection ended, bound or not. */
        void over(Course course);
    }

    ServerRole(ServerSettings settings, ServerListener listener, Roster roster) {
        this.settings = settings;
        this.listener = listener;
        this.roster = roster;
    }

    @Override
    public void opened(Course course) {}

    @Override
    public void identified(Course course) {
        roster.identified(course);
    }

    @Override
    public void handshake(Course course, Decoded decoded) {
        switch (decoded) {
            case Bind bind -> {
                course.awaitDecision();
                listener.bind(new Attempt(course, bind));
            }
            case EnquireLink enquiry -> course.reply(enquiry.refusal(CommandStatus.ESME_ROK));
            case Unbind unbind -> {
                course.reply(unbind.refusal(CommandStatus.ESME_ROK));
                course.phases.finishAfterFlush(new CloseReason(CloseReason.Cause.UNBOUND_BY_PEER, "before a bind"));
            }
            case Pdu.Request request -> course.reply(request.refusal(CommandStatus.ESME_RINVBNDSTS));
            case Malformed malformed -> {
                if (!malformed.isResponse()) {
                    course.reply(Refusals.of(malformed.commandId(), malformed.sequence(), malformed.status()));
                }
            }
            case Pdu.Notice notice -> course.reply(new GenericNack(notice.sequence(), CommandStatus.ESME_RINVBNDSTS));
            case Pdu.Response _ -> {}
        }
    }

    @Override
    public long bindNanos() {
        return settings.bindTimeout().toNanos();
    }

    @Override
    public boolean mayReceive(Pdu.Request request, BindMode mode) {
        return mode.transmits() && ClientRole.isMessageWork(request);
    }

    @Override
    public boolean maySend(Pdu.Request request, BindMode mode) {
        return mode.receives() && (request instanceof DeliverSm || request instanceof DataSm);
    }

    @Override
    public int drainStatus() {
        return CommandStatus.ESME_RTHROTTLED;
    }

    @Override
    public void over(Course course, CloseReason reason) {
        roster.over(course);
    }

    private final class Attempt implements BindAttempt {
        private final Course course;
        private final Bind request;
        private final AtomicBoolean decided = new AtomicBoolean();

        Attempt(Course course, Bind request) {
            this.course = course;
            this.request = request;
        }

        @Override
        public Bind request() {
            return request;
        }

        @Override
        public InetSocketAddress peer() {
            return course.peer();
        }

        @Override
        public SmppSession accept(SessionListener sessionListener) {
            return accept(settings.session(), sessionListener);
        }

        @Override
        public SmppSession accept(SessionSettings limits, SessionListener sessionListener) {
            if (!decided.compareAndSet(false, true)) {
                throw new IllegalStateException("This bind is decided already");
            }
            int version = request.interfaceVersion();
            Tlvs tlvs = version >= Course.VERSION
                    ? Tlvs.NONE.withOctet(Tlv.SC_INTERFACE_VERSION, Course.VERSION)
                    : Tlvs.NONE;
            BindResp answer =
                    new BindResp(request.sequence(), CommandStatus.ESME_ROK, request.mode(), settings.systemId(), tlvs);
            Bound bound = new Bound(request.mode(), request.systemId(), version, limits, sessionListener, 1);
            SmppSession session = course.bind(bound, answer);
            roster.bound(session, course);
            return session;
        }

        @Override
        public void refuse(int status) {
            if (status == CommandStatus.ESME_ROK) {
                throw new IllegalArgumentException("ESME_ROK refuses nothing");
            }
            if (!decided.compareAndSet(false, true)) {
                throw new IllegalStateException("This bind is decided already");
            }
            course.refuse(request.refusal(status));
        }
    }
}
