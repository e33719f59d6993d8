/** The rows of the ledger. */
@NullMarked
package io.vestnik.platform.billing.persistence;

import org.jspecify.annotations.NullMarked;
