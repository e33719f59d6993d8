package io.vestnik.platform.shell.web;

import java.time.Duration;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Hangs up on whoever sends a request, or its body, by drops. */
@Component
class SlowClients implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Duration HEAD = Duration.ofSeconds(20);
    private static final Duration BODY = Duration.ofSeconds(60);

    private final Duration head;
    private final Duration body;

    SlowClients() {
        this(HEAD, BODY);
    }

    SlowClients(Duration head, Duration body) {
        this.head = head;
        this.body = body;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(SlowHeads.class.getName());
        factory.addProtocolHandlerCustomizers(this::patient);
        factory.addEngineValves(new SlowBodies(body));
    }

    private void patient(ProtocolHandler protocol) {
        ((SlowHeads) protocol).setPatience(head);
    }
}
