/** System ids, mailboxes and who delivers them, as rows. */
@NullMarked
package io.vestnik.platform.smppserver.persistence;

import org.jspecify.annotations.NullMarked;
