package se.kulturlots.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import se.kulturlots.core.ImageFile;

/** The pictures of the demo: drawn by us, so that they are nobody's. */
final class DrawnPictures {

	private static final int WIDTH = 1500;

	private static final int HEIGHT = 1000;

	private static final Color NIGHT = new Color(0x173b45);

	private static final Color PINE = new Color(0x1f5c4e);

	private static final Color MOSS = new Color(0x5d8f6b);

	private static final Color LICHEN = new Color(0xb5cdb0);

	private static final Color SAND = new Color(0xf3e7d0);

	private static final Color OCHRE = new Color(0xe2a63c);

	private static final Color CORAL = new Color(0xd96b4c);

	private static final Color SKY = new Color(0xcfe3e6);

	private static final Color WATER = new Color(0x6fa6b3);

	private static final Map<String, Consumer<Graphics2D>> ALL = Map.of("region", DrawnPictures::valley, "kulturplan",
			DrawnPictures::stage, "biblioteksplan", DrawnPictures::shelf, "barn-och-unga", DrawnPictures::blocks,
			"kulturarv", DrawnPictures::arches, "offentlig-konst", DrawnPictures::sculpture, "film",
			DrawnPictures::projector, "sunnanvik", DrawnPictures::islands);

	private DrawnPictures() {
	}

	/**
	 * A picture of the demo.
	 * @param name what it is drawn for
	 * @return a PNG
	 */
	static byte[] of(String name) {
		BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		ALL.getOrDefault(name, DrawnPictures::valley).accept(graphics);
		graphics.dispose();
		return ImageFile.png(picture);
	}

	private static void valley(Graphics2D g) {
		sky(g, SKY, SAND);
		disc(g, OCHRE, 1040, 330, 130);
		hill(g, LICHEN, 520, 90, 0.4);
		hill(g, MOSS, 610, 80, 2.1);
		hill(g, PINE, 720, 70, 3.6);
		fill(g, WATER, new Rectangle2D.Double(0, 810, WIDTH, 190));
		for (int i = 0; i < 5; i++) {
			fill(g, new Color(0xa9cbd0), new RoundRectangle2D.Double(180 + i * 260 % 1100, 835 + i * 30, 300, 7, 7, 7));
		}
		house(g, 330, 690, CORAL);
		house(g, 470, 705, SAND);
		house(g, 580, 695, OCHRE);
	}

	private static void stage(Graphics2D g) {
		sky(g, NIGHT, PINE);
		for (int i = 0; i < 3; i++) {
			Path2D beam = new Path2D.Double();
			beam.moveTo(300 + i * 450, 0);
			beam.lineTo(120 + i * 450, 800);
			beam.lineTo(560 + i * 430, 800);
			beam.closePath();
			g.setPaint(new Color(243, 231, 208, 52));
			g.fill(beam);
		}
		fill(g, CORAL, new Rectangle2D.Double(0, 780, WIDTH, 220));
		fill(g, new Color(0xb9553a), new Rectangle2D.Double(0, 780, WIDTH, 26));
		Color[] coats = { SAND, OCHRE, LICHEN, WATER, SAND, OCHRE, LICHEN };
		for (int i = 0; i < coats.length; i++) {
			int x = 210 + i * 165;
			int tall = 190 + (i * 53) % 80;
			fill(g, coats[i], new RoundRectangle2D.Double(x, 790 - tall, 96, tall + 30, 90, 90));
			disc(g, new Color(0xe9c9a5), x + 48, 755 - tall, 40);
		}
	}

	private static void shelf(Graphics2D g) {
		sky(g, SAND, new Color(0xead9b8));
		Color[] spines = { PINE, CORAL, OCHRE, NIGHT, WATER, MOSS, LICHEN };
		Random random = new Random(4);
		for (int row = 0; row < 3; row++) {
			int floor = 320 + row * 310;
			for (int x = 60; x < 1400;) {
				int wide = 36 + random.nextInt(44);
				int tall = 170 + random.nextInt(80);
				if (random.nextInt(9) != 0) {
					Color spine = spines[random.nextInt(spines.length)];
					fill(g, spine, new RoundRectangle2D.Double(x, floor - tall, wide, tall, 8, 8));
					fill(g, spine.brighter(), new Rectangle2D.Double(x, floor - tall + 30, wide, 9));
				}
				x += wide + 6;
			}
			fill(g, new Color(0x8a5a3c), new Rectangle2D.Double(0, floor, WIDTH, 22));
		}
	}

	private static void blocks(Graphics2D g) {
		sky(g, SKY, new Color(0xe7f0ea));
		Color[] balls = { CORAL, OCHRE, PINE, WATER, MOSS };
		for (int i = 0; i < balls.length; i++) {
			int x = 230 + i * 260;
			int y = 300 + (i * 137) % 210;
			g.setColor(NIGHT);
			g.setStroke(new BasicStroke(5));
			g.draw(new Arc2D.Double(x - 60, y, 120, 520, 90, -160, Arc2D.OPEN));
			disc(g, balls[i], x, y, 120);
			disc(g, new Color(255, 255, 255, 70), x - 40, y - 44, 30);
		}
		fill(g, MOSS, new Rectangle2D.Double(0, 850, WIDTH, 150));
	}

	private static void arches(Graphics2D g) {
		sky(g, new Color(0xf7dfc0), SAND);
		disc(g, CORAL, 380, 300, 120);
		for (int i = 0; i < 4; i++) {
			int x = 90 + i * 350;
			fill(g, (i % 2 == 0) ? NIGHT : PINE, new Rectangle2D.Double(x, 430, 300, 570));
			fill(g, (i % 2 == 0) ? NIGHT : PINE, new Arc2D.Double(x, 280, 300, 300, 0, 180, Arc2D.PIE));
			fill(g, OCHRE, new Arc2D.Double(x + 60, 400, 180, 180, 0, 180, Arc2D.PIE));
			fill(g, OCHRE, new Rectangle2D.Double(x + 60, 489, 180, 511));
			fill(g, SAND, new Rectangle2D.Double(x + 144, 400, 12, 600));
			fill(g, SAND, new Rectangle2D.Double(x + 60, 650, 180, 12));
		}
		fill(g, new Color(0x8a5a3c), new Rectangle2D.Double(0, 940, WIDTH, 60));
	}

	private static void sculpture(Graphics2D g) {
		sky(g, new Color(0xe8efe9), SKY);
		hill(g, LICHEN, 760, 40, 1.2);
		g.setStroke(new BasicStroke(70, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		g.setColor(CORAL);
		g.draw(new Arc2D.Double(330, 540, 620, 620, 0, 180, Arc2D.OPEN));
		g.setColor(NIGHT);
		g.draw(new Arc2D.Double(590, 330, 620, 1040, 0, 180, Arc2D.OPEN));
		g.setColor(OCHRE);
		g.draw(new Arc2D.Double(480, 690, 330, 330, 0, 180, Arc2D.OPEN));
		fill(g, MOSS, new Rectangle2D.Double(0, 830, WIDTH, 170));
	}

	private static void projector(Graphics2D g) {
		sky(g, NIGHT, new Color(0x0f2830));
		Path2D light = new Path2D.Double();
		light.moveTo(190, 520);
		light.lineTo(1180, 150);
		light.lineTo(1180, 830);
		light.closePath();
		g.setPaint(new LinearGradientPaint(190, 0, 1180, 0, new float[] { 0, 1 },
				new Color[] { new Color(243, 231, 208, 220), new Color(243, 231, 208, 60) }));
		g.fill(light);
		fill(g, SAND, new Rectangle2D.Double(1180, 150, 190, 680));
		fill(g, CORAL, new Rectangle2D.Double(1180, 560, 190, 270));
		fill(g, OCHRE, new Arc2D.Double(1205, 300, 140, 140, 0, 360, Arc2D.PIE));
		fill(g, CORAL, new RoundRectangle2D.Double(60, 440, 150, 170, 30, 30));
		disc(g, OCHRE, 90, 380, 80);
		disc(g, NIGHT, 90, 380, 26);
		disc(g, OCHRE, 210, 400, 56);
		disc(g, NIGHT, 210, 400, 18);
		for (int i = 0; i < 8; i++) {
			disc(g, new Color(0x0a1c22), 120 + i * 190, 985, 74);
		}
	}

	private static void islands(Graphics2D g) {
		sky(g, new Color(0xf6e3c6), SKY);
		disc(g, CORAL, 420, 430, 110);
		fill(g, WATER, new Rectangle2D.Double(0, 520, WIDTH, 480));
		for (int i = 0; i < 5; i++) {
			double x = -60 + i * 340;
			double y = 545 + (i % 3) * 110;
			fill(g, (i % 2 == 0) ? PINE : MOSS, new Ellipse2D.Double(x, y - 60, 330, 150));
			fill(g, WATER, new Rectangle2D.Double(x - 20, y + 20, 380, 90));
			fill(g, new Color(0xa9cbd0), new RoundRectangle2D.Double(x + 30, y + 30, 260, 7, 7, 7));
		}
		Path2D sail = new Path2D.Double();
		sail.moveTo(1010, 480);
		sail.lineTo(1010, 760);
		sail.lineTo(1190, 760);
		sail.closePath();
		fill(g, SAND, sail);
		fill(g, NIGHT, new Arc2D.Double(930, 700, 300, 150, 180, 180, Arc2D.CHORD));
	}

	private static void sky(Graphics2D g, Color above, Color below) {
		g.setPaint(new LinearGradientPaint(0, 0, 0, HEIGHT, new float[] { 0, 1 }, new Color[] { above, below }));
		g.fillRect(0, 0, WIDTH, HEIGHT);
	}

	private static void hill(Graphics2D g, Color color, double top, double swing, double phase) {
		Path2D hill = new Path2D.Double();
		hill.moveTo(0, HEIGHT);
		for (int x = 0; x <= WIDTH; x += 10) {
			hill.lineTo(x, top + swing * Math.sin(phase + x / 240.0) + swing * 0.4 * Math.sin(phase * 2 + x / 97.0));
		}
		hill.lineTo(WIDTH, HEIGHT);
		hill.closePath();
		fill(g, color, hill);
	}

	private static void house(Graphics2D g, int x, int y, Color wall) {
		fill(g, wall, new Rectangle2D.Double(x, y, 84, 90));
		Path2D roof = new Path2D.Double();
		roof.moveTo(x - 10, y);
		roof.lineTo(x + 42, y - 52);
		roof.lineTo(x + 94, y);
		roof.closePath();
		fill(g, NIGHT, roof);
		fill(g, NIGHT, new Rectangle2D.Double(x + 32, y + 40, 22, 50));
	}

	private static void disc(Graphics2D g, Color color, double x, double y, double radius) {
		fill(g, color, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
	}

	private static void fill(Graphics2D g, Color color, java.awt.Shape shape) {
		g.setColor(color);
		g.fill(shape);
	}

}
