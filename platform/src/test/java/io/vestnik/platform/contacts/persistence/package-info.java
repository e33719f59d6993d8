/** Tests of contacts in PostgreSQL. */
@NullMarked
package io.vestnik.platform.contacts.persistence;

import org.jspecify.annotations.NullMarked;
