package io.vestnik.platform.numbering.domain;

/**
 * An operator.
 *
 * @param code as {@link io.vestnik.platform.kernel.Origin#mccMnc}
 * @param name the name people know
 */
public record Network(String code, String name) {}
