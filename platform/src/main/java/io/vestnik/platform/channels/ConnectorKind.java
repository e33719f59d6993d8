package io.vestnik.platform.channels;

import java.util.Set;

/** One way of speaking to networks: a folder of its own under {@code channels}. */
public interface ConnectorKind {
    /** The schemes of the addresses that it understands, such as {@code smpp}. */
    Set<String> schemes();

    /** Says what is wrong with an address, in words for the person who wrote it; empty when nothing is. */
    String refusal(RouteAddress address);

    /** Opens the route, which then waits to be told which binds to keep. Returns at once; connecting is done in the background. */
    Connector open(RouteAddress address, DeliveryReports reports, InboundMessages inbound);
}
