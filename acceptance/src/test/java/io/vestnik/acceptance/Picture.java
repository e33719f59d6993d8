package io.vestnik.acceptance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** What a part of a page looks like from afar: cells of a few pixels, each with its mean colour. */
record Picture(BufferedImage cells) {

    /** Pixels of the page on each side of a cell. */
    static final int CELL = 8;

    /** How far apart a channel of two cells may be: a line of text that stands a pixel higher is no difference. */
    private static final int NEAR = 40;

    /** How many of a thousand cells may be farther apart than that. */
    private static final int PER_MILLE = 8;

    /** How many rows of cells one may be taller. */
    private static final int ROWS = 1;

    /** From a screenshot. */
    static Picture of(byte[] screenshot) {
        try {
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(screenshot));
            int width = (page.getWidth() + CELL - 1) / CELL;
            int height = (page.getHeight() + CELL - 1) / CELL;
            BufferedImage cells = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    cells.setRGB(x, y, mean(page, x * CELL, y * CELL));
                }
            }
            return new Picture(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int mean(BufferedImage page, int left, int top) {
        int right = Math.min(left + CELL, page.getWidth());
        int bottom = Math.min(top + CELL, page.getHeight());
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int colour = page.getRGB(x, y);
                red += red(colour);
                green += green(colour);
                blue += blue(colour);
            }
        }
        int count = (right - left) * (bottom - top);
        return colour(red / count, green / count, blue / count);
    }

    static Picture read(Path file) {
        try {
            return new Picture(ImageIO.read(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(cells, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a person would see no difference. */
    boolean looksLike(Picture other) {
        int width = cells.getWidth();
        int height = Math.min(cells.getHeight(), other.cells.getHeight());
        if (width != other.cells.getWidth() || Math.abs(cells.getHeight() - other.cells.getHeight()) > ROWS) {
            return false;
        }
        int far = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                far += near(x, y, other) ? 0 : 1;
            }
        }
        return far * 1_000L <= (long) width * height * PER_MILLE;
    }

    /** This picture in grey, with what is otherwise than in the other one in red; a cell as large as it was on the page. */
    Picture differences(Picture other) {
        int width = cells.getWidth();
        int height = Math.max(cells.getHeight(), other.cells.getHeight());
        BufferedImage seen = new BufferedImage(width * CELL, height * CELL, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height * CELL; y++) {
            for (int x = 0; x < width * CELL; x++) {
                seen.setRGB(x, y, near(x / CELL, y / CELL, other) ? grey(x / CELL, y / CELL) : 0xff0000);
            }
        }
        return new Picture(seen);
    }

    private int grey(int x, int y) {
        int colour = cells.getRGB(x, y);
        int mean = (red(colour) + green(colour) + blue(colour)) / 3;
        return colour(mean, mean, mean);
    }

    private boolean near(int x, int y, Picture other) {
        if (!has(x, y) || !other.has(x, y)) {
            return false;
        }
        int one = cells.getRGB(x, y);
        int two = other.cells.getRGB(x, y);
        return Math.abs(red(one) - red(two)) <= NEAR
                && Math.abs(green(one) - green(two)) <= NEAR
                && Math.abs(blue(one) - blue(two)) <= NEAR;
    }

    private boolean has(int x, int y) {
        return x < cells.getWidth() && y < cells.getHeight();
    }

    private static int colour(int red, int green, int blue) {
        return (red << 16) | (green << 8) | blue;
    }

    private static int red(int colour) {
        return (colour >> 16) & 255;
    }

    private static int green(int colour) {
        return (colour >> 8) & 255;
    }

    private static int blue(int colour) {
        return colour & 255;
    }
}
