// The map on which one can point out a place. The form works without it: this only fills its hidden field `punt`.
import { DivIcon, GridLayer, Map as LeafletMap, Marker } from "leaflet/dist/leaflet-src.esm.js";

/** From here on, houses can be told apart; who points from further away is brought nearer to see where it landed. */
const CLOSE = 16;
const [FURTHEST, NEAREST] = [7, 19];
/** The server says what is a place; this only keeps the map from wandering off. */
const NETHERLANDS = [
  [50.7, 3.2],
  [53.7, 7.3],
];

const root = document.querySelector("[data-map]");
const part = (name) => root.querySelector(`[data-map-${name}]`);
const field = root.querySelector('input[name="punt"]');

// A class of our own, because the one of Leaflet clears a picture with a data: address, which our policy blocks.
const Tiles = GridLayer.extend({
  createTile({ x, y, z }, done) {
    const tile = new Image();
    tile.alt = "";
    tile.onload = () => done(null, tile);
    tile.onerror = (error) => done(error, tile);
    tile.src = root.dataset.tiles.replace("{z}", z).replace("{x}", x).replace("{y}", y);
    return tile;
  },
});

const read = (text) => text.split(", ").map(Number);
const write = ({ lat, lng }) => `${lat.toFixed(5)}, ${lng.toFixed(5)}`;

function draw() {
  const moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  const canvas = part("canvas");
  const map = new LeafletMap(canvas, {
    center: read(field.value || root.dataset.centre),
    zoom: field.value ? CLOSE : Number(root.dataset.zoom),
    minZoom: FURTHEST,
    maxZoom: NEAREST,
    maxBounds: NETHERLANDS,
    keyboardPanDelta: 25,
    zoomAnimation: moves,
    fadeAnimation: moves,
    inertia: moves,
    // The page scrolls on over the map, and each click points.
    scrollWheelZoom: false,
    doubleClickZoom: false,
    // Buttons and source stand beside the map, in the words of the page.
    zoomControl: false,
    attributionControl: false,
  });
  new Tiles().addTo(map);
  const pin = new Marker(map.getCenter(), {
    icon: new DivIcon({ className: "jd-map__pin", iconSize: null }),
    interactive: false,
    keyboard: false,
  });

  const show = () => {
    const chosen = field.value !== "";
    part("point").textContent = field.value;
    for (const name of ["chosen", "remove"]) part(name).hidden = !chosen;
    if (chosen) pin.setLatLng(read(field.value)).addTo(map);
    else pin.remove();
  };
  const choose = (at) => {
    field.value = write(at);
    show();
    if (map.getZoom() < CLOSE) map.setView(at, CLOSE);
  };
  const remove = () => {
    field.value = "";
    show();
    // The button is gone; who works with the keyboard goes on from the map.
    canvas.focus();
  };
  map.on("click", ({ latlng }) => choose(latlng));
  canvas.addEventListener("keydown", ({ key, target }) => {
    if (key === "Enter" && target === canvas) choose(map.getCenter());
  });
  part("here").addEventListener("click", () => choose(map.getCenter()));
  part("nearer").addEventListener("click", () => map.zoomIn());
  part("further").addEventListener("click", () => map.zoomOut());
  part("remove").addEventListener("click", remove);
  show();
}

// The pictures come from elsewhere: they are asked for when somebody opens the map, not before.
root.addEventListener("toggle", draw, { once: true });
root.open = field.value !== "";
root.hidden = false;
