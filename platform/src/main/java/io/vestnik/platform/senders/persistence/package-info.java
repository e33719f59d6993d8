/** The tables of sender names. */
@NullMarked
package io.vestnik.platform.senders.persistence;

import org.jspecify.annotations.NullMarked;
