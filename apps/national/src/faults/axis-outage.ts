/** The axis does not serve now, because somebody switched that on. */
export class AxisOutage extends Error {
  constructor() {
    super('an outage is switched on');
    this.name = 'AxisOutage';
  }
}
