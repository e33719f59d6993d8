@NullMarked
package io.vestnik.platform.numbering.domain;

import org.jspecify.annotations.NullMarked;
