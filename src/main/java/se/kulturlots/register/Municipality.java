package se.kulturlots.register;

/**
 * A municipality.
 *
 * @param code its official code: four digits in Sweden, three in Finland
 * @param name its short name
 * @param country SE or FI
 * @param countyCode the code of its county or region
 * @param countyName the name of its county or region
 */
public record Municipality(String code, String name, String country, String countyCode, String countyName) {
}
