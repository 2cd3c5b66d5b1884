// A made-up program of any length, on one day: what scrolling is tried with.

const tracksCount = 12;
const roomsCount = 25;

/** The address that `serveLongProgram` puts it at. */
export const longProgram = "/?program=/long.json";
/** Behind it: the clock stands at a time in its midst. */
export const duringLongProgram = "&now=2027-05-20T10:05";

/** Lets the server answer with a program of so many sessions. */
export function serveLongProgram(server, sessionsCount = 1000) {
  server.set("/long.json", { body: JSON.stringify(makeProgram(sessionsCount)), type: "application/json" });
}

/** Tracks follow each other without a period, so that a few rows beside each other are found once only. */
function makeProgram(sessionsCount) {
  const next = randomNumbers(7);
  const slotsCount = Math.ceil(sessionsCount / roomsCount);
  const minutesApart = Math.floor((13 * 60) / slotsCount / 5) * 5 || 5;
  return {
    format: "hallway-program/1",
    conference: { id: "long", title: "A long day", start: "2027-05-20", end: "2027-05-20", zone: "Europe/Lisbon" },
    rooms: numbers(roomsCount).map((room) => ({ id: `room-${room}`, name: `Room ${room + 1}` })),
    tracks: numbers(tracksCount).map((track) => ({ id: `track-${track}`, name: `Track ${track + 1}` })),
    people: numbers(50).map((person) => ({ id: `person-${person}`, name: `Speaker Number ${person + 1}` })),
    sessions: numbers(sessionsCount).map((number) => ({
      id: `session-${number}`,
      title: `Session ${number + 1}: ${wordsOf(next, 2 + Math.floor(next() * 6))}`,
      start: timeAfter(8 * 60 + Math.floor(number / roomsCount) * minutesApart),
      minutes: minutesApart,
      room: `room-${number % roomsCount}`,
      track: `track-${Math.floor(next() * tracksCount)}`,
      people: [`person-${number % 50}`],
    })),
  };
}

const words = ["bridges", "careful", "maps", "without", "wires", "quiet", "databases", "of", "rivers", "and", "gardens",
  "measured", "by", "many", "hands"];

function wordsOf(next, count) {
  return numbers(count).map(() => words[Math.floor(next() * words.length)]).join(" ");
}

function timeAfter(minutes) {
  const two = (number) => String(number).padStart(2, "0");
  return `2027-05-20T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function numbers(count) {
  return Array.from({ length: count }, (_, index) => index);
}

/** The same numbers from 0 to 1 in each run. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
