/** Links and clicks in the database. */
@NullMarked
package io.vestnik.platform.links.persistence;

import org.jspecify.annotations.NullMarked;
