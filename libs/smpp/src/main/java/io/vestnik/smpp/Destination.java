package io.vestnik.smpp;

/** One recipient of submit_multi: an address, or a list that the SMSC keeps (SMPP 3.4 §5.2.24). */
public sealed interface Destination permits Address, DistributionList {}
