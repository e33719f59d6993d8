package io.vestnik.platform.shell.web;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Tomcat speaks it, which hangs up where the head of a request does not come whole within a time, 20 seconds unless it is told
 * another: Tomcat itself waits anew for each octet, so that one now and then keeps a connection for days. Public because Tomcat makes
 * it by its name.
 */
public final class SlowHeads extends Http11NioProtocol {
    private static final int LOOK_MILLIS = 250;
    private static final long UNKNOWN = -1;

    private volatile long patienceNanos = TimeUnit.SECONDS.toNanos(20);
    private @Nullable ScheduledFuture<?> looking;

    void setPatience(Duration patience) {
        patienceNanos = patience.toNanos();
    }

    @Override
    public void start() throws Exception {
        super.start();
        looking = getUtilityExecutor()
                .scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looking != null) {
            looking.cancel(false);
        }
        super.stop();
    }

    /** A connection keeps what reads it where more of a head is waited for; so it does while an answer goes on behind the request. */
    private void look() {
        long now = System.nanoTime();
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            if (connection.getCurrentProcessor() instanceof Processor reading
                    && !reading.isAsync()
                    && !reading.isUpgrade()
                    && isLate(reading.getRequest(), now)) {
                connection.close();
            }
        }
    }

    private boolean isLate(@Nullable Request request, long now) {
        return request != null
                && !request.getResponse().isCommitted()
                && request.getStartTimeNanos() != UNKNOWN
                && now - request.getStartTimeNanos() > patienceNanos;
    }
}
