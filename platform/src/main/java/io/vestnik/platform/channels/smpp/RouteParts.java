package io.vestnik.platform.channels.smpp;

import java.time.Clock;

/** What the connector of one route works with. */
record RouteParts(String name, Intake intake, Queries queries, Tap tap, SmppFigures figures, Clock clock) {}
