package io.vestnik.platform.campaigns;

import io.vestnik.platform.kernel.Money;

/** What one of several texts would come to if the whole audience got it. */
public record Tried(String text, long parts, Money cost) {}
