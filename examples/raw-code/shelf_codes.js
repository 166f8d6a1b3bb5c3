// generated from the shelf plan, do not edit by hand
// last export: rev 41

export const SHELVES = [
  { code: 'A-01', label: 'screws, wood', zone: 'north' },
  { code: 'A-02', label: 'screws, metal', zone: 'north' },
  { code: 'A-03', label: 'nuts + washers', zone: 'north' },
  { code: 'B-01', label: 'paint', zone: 'cage' },
  { code: 'B-02', label: 'thinner', zone: 'cage' },
  { code: 'C-01', label: 'timber 2 m', zone: 'yard' },
  { code: 'C-02', label: 'timber 4 m', zone: 'yard' },
  { code: 'X-99', label: 'misc', zone: 'office' },
];

export const ZONE_COLOURS = {
  north: '#3a7bd5',
  cage: '#d53a3a',
  yard: '#3ad57b',
  office: '#999999',
};

export const DEFAULT_ZONE = 'north';
