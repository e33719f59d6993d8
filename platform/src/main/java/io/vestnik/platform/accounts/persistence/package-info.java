/** Accounts, people, keys and the audit in PostgreSQL. */
@NullMarked
package io.vestnik.platform.accounts.persistence;

import org.jspecify.annotations.NullMarked;
