package io.vestnik.platform.pipeline.domain;

/**
 * The message that a receipt belongs to.
 *
 * @param index the receipt's place in the batch
 * @param part from 1
 * @param erased whether the recipient's data was erased meanwhile: what names them is not kept
 */
public record FoundReceipt(int index, long message, int part, int parts, boolean erased) {}
