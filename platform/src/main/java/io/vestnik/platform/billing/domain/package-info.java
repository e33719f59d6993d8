/** Rules of the ledger: who pays, what a transaction is made of, what people see of it. */
@NullMarked
package io.vestnik.platform.billing.domain;

import org.jspecify.annotations.NullMarked;
